import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { breakOpportunities } from '../../src/typeset/break-opportunities.js';
import { hyphenPlaces } from '../../src/typeset/hyphen-places.js';
import { hyphenation, loadHyphenation } from '../../src/typeset/load-hyphenation.js';
import type { SetParagraph } from '../../src/typeset/set-paragraph.js';
import { english, isolate, paragraph, typesetter } from './house.js';

beforeAll(() => loadHyphenation(['en-GB', 'cy', 'pl', 'fr', 'ur', 'gd']));

/** A text with a bar wherever a word may part. */
function parted(text: string, lang: string, isolates = [] as { start: number; end: number }[]) {
  const places = hyphenPlaces(text, lang, isolates);
  return Array.from(text, (letter, at) => (places.includes(at) ? `|${letter}` : letter)).join('');
}

const wordsOf = (set: SetParagraph) => set.lines.map(({ words }) => words.map(({ text }) => text));

/** The letters that a reader sees on a line. */
const seen = ({ lines }: SetParagraph): string[] =>
  lines.map(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));

describe('a word may part', () => {
  test.each([
    ['en-GB', 'communication settings', 'com|mu|nic|a|tion set|tings'],
    ['cy', 'gyfrinach', 'gyf|rin|ach'],
    ['pl', 'tajemnicy', 'ta|jem|ni|cy'],
    ['fr', 'formidable', 'for|mi|dable'],
  ])('in %s as its language has it', (lang, text, wanted) => {
    // Two letters stay before a hyphen and three after it.
    const least = wanted.replace(/\|(?=\p{L}{1,2}(?!\p{L}|\|))/gu, '');
    expect(parted(text, lang)).toBe(least);
  });

  test('not in names, short words, numbers to call and addresses', () => {
    expect(parted('Childline Samaritans help', 'en-GB')).toBe('Childline Samaritans help');
    expect(parted('internetmatters', 'en-GB', [{ start: 0, end: 15 }])).toBe('internetmatters');
  });

  test('only where its writer put a soft hyphen, if there is one', () => {
    expect(parted('communi\u00adcation', 'en-GB')).toBe('communi\u00adcation');
  });

  test('in no language that has no patterns', () => {
    expect(hyphenation('ur')).toBeUndefined();
    expect(hyphenation('gd')).toBeUndefined();
    expect(parted('سیٹنگز communication', 'ur')).not.toContain('|');
  });
});

describe('a paragraph', () => {
  const copy = 'Our communication necessitates understanding, consideration and encouragement.';

  test('has no hyphens unless its template asks for them', async () => {
    const setter = await typesetter(english);
    for (let width = 14; width < 40; width += 1.3)
      expect(seen(setter.set(paragraph([copy]), width)).join('')).not.toContain('\u00ad');
  });

  test('that asks for them has one at a line’s end, drawn and read back as a soft one', async () => {
    const set = (await typesetter(english)).set(paragraph([copy], { hyphens: true }), 22);
    const lines = seen(set);
    expect(lines.filter((it) => it.endsWith('\u00ad')).length).toBeGreaterThan(0);
    for (const line of lines) expect(line.slice(0, -1)).not.toContain('\u00ad');
    for (const { width } of set.lines) expect(width).toBeLessThanOrEqual(22.01);
  });

  test('is narrower with them than its longest word', async () => {
    const setter = await typesetter(english);
    const plain = setter.set(paragraph(['Such encouragement helps']), 15);
    const set = setter.set(paragraph(['Such encouragement helps'], { hyphens: true }), 15);
    expect(plain.width).toBeGreaterThan(15);
    expect(set.width).toBeLessThanOrEqual(15.01);
  });

  test('loses and adds no letter at any width', async () => {
    const setter = await typesetter(english);
    const number = isolate('0808 157 0123');
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 90 }), (width) => {
        const set = setter.set(paragraph([copy, ' Call ', number, '.'], { hyphens: true }), width);
        const whole = `${copy} Call 0808 157 0123.`.replaceAll(' ', '');
        expect(wordsOf(set).flat().join('')).toBe(whole);
        expect(wordsOf(set).some((line) => line.join(' ').includes('0808 157 0123'))).toBe(true);
      }),
    );
  });
});

test('what the language of a text lets part is more than white space alone', () => {
  expect(breakOpportunities('communication', 'en-GB', []).usual).toEqual([13]);
  expect(hyphenPlaces('communication', 'en-GB', []).length).toBeGreaterThan(1);
});
