import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/sources/locale.js';
import type { SetParagraph } from '../../src/typeset/set-paragraph.js';
import type { ScriptParagraph } from '../conformance/paragraphs.js';
import { checkCampaign } from '../support/check-campaign.js';
import { textOf } from '../support/fault-base.js';
import { changedWorld } from '../support/fault-workspace.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { SCRIPTS } from '../support/script-world.js';
import { brand, english, paragraph, typesetter, urdu } from './house.js';

/** What happens to text and fonts that no leaflet should have: docs/copy.md has the table. */

const localeOf = ({ lang, script, direction, font }: ScriptParagraph): Locale => ({
  ...urdu,
  tag: lang,
  script,
  direction,
  fonts: { '400': font },
});

const given = (text: string, { lang, direction }: { lang: string; direction: 'ltr' | 'rtl' }) =>
  paragraph([text], { lang, direction });

const glyphsOf = (set: SetParagraph) =>
  set.lines.flatMap(({ runs }) =>
    runs.flatMap(({ glyphs, face }) => glyphs.map((it) => ({ ...it, face }))),
  );

const lettersOf = (text: string) => text.replaceAll(/\s/gu, '');

const wordsOf = (set: SetParagraph): string =>
  set.lines.flatMap(({ words }) => words.map(({ text }) => text)).join('');

const asEnglish = async (text: string) => {
  const setter = await typesetter(english);
  const it = paragraph([text]);
  return {
    codes: setter.check(it).map(({ code }) => code),
    found: setter.check(it),
    set: setter.set(it, 60),
  };
};

/** All that a check says of the base campaign with a text in place of one of its own. */
async function checkedWith(text: string) {
  const deck = 'locales/en-GB/parent.yaml';
  const world = await changedWorld((files) => {
    files[deck] = textOf(files, deck).replace('"Goes with your"', text);
  });
  return checkCampaign(world, () => true);
}

describe.each(SCRIPTS)('$name', (script) => {
  const marks = [...new Set(script.text.match(/\p{M}/gu) ?? [])];
  const letters = [...new Set(script.text.match(/\p{L}/gu) ?? [])];

  test('as it is written has no stray mark', async () => {
    expect((await typesetter(localeOf(script))).check(given(script.text, script))).toEqual([]);
  });

  // Scripts whose letters need no marks of their own have none to try.
  if (marks.length > 0)
    test('a mark alone is a finding', async () => {
      const setter = await typesetter(localeOf(script));
      for (const mark of marks)
        for (const text of [mark, `${letters[0]} ${mark}`]) {
          const [found] = setter.check(given(text, script));
          expect(found?.code, text).toBe('text/stray-mark');
          expect(found?.problem).toContain(
            `U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
          );
        }
    });

  test('letters, marks and joiners in any order are set as they come, or found', async () => {
    const setter = await typesetter(localeOf(script));
    const odd = fc.array(fc.constantFrom(...letters, ...marks, ...marks, '\u200c', '\u200d', ' '), {
      minLength: 1,
      maxLength: 16,
    });
    fc.assert(
      fc.property(odd, (parts) => {
        const text = parts.join('');
        const it = given(text, script);
        const set = setter.set(it, 40);
        expect(wordsOf(set)).toBe(lettersOf(text));
        if (setter.check(it).length > 0) return;
        for (const { id, face } of glyphsOf(set)) {
          expect(id, text).not.toBe(0);
          expect(id, text).not.toBe(face.glyphFor(0x25cc));
        }
      }),
      { numRuns: fuzzRuns(60) },
    );
  });
});

test('a Thai or Lao vowel that hangs on the letter before it has none after a space', async () => {
  for (const [lang, vowel] of [
    ['th', 'ำ'],
    ['lo', 'ຳ'],
  ]) {
    const script = SCRIPTS.find((it) => it.lang === lang);
    if (!script) throw new Error('its font is a dependency');
    const setter = await typesetter(localeOf(script));
    const first = script.text.slice(0, 3);
    expect(setter.check(given(`${first} ${vowel}`, script)).map(({ code }) => code)).toEqual([
      'text/stray-mark',
    ]);
    expect(setter.check(given(`${lang === 'lo' ? 'ກ' : 'ก'}${vowel}`, script))).toEqual([]);
  }
});

describe('joiners', () => {
  test('that part Arabic letters or join them are kept in the word and draw nothing of their own', async () => {
    const naskh = SCRIPTS.find(({ lang }) => lang === 'ar');
    if (!naskh) throw new Error('its font is a dependency');
    const setter = await typesetter(localeOf(naskh));
    const set = (text: string) => setter.set(given(text, naskh), 60);
    const glyphs = (text: string) => glyphsOf(set(text)).map(({ id }) => id);
    expect(glyphs('ب\u200cب')).not.toEqual(glyphs('بب'));
    expect(glyphs('ب\u200dب')).toEqual(glyphs('بب'));
    expect(wordsOf(set('ب\u200cب'))).toBe('ب\u200cب');
  });

  test('between Latin letters change nothing that is seen', async () => {
    const plain = await asEnglish('Talk');
    for (const joiner of ['\u200c', '\u200d', '\u2060', '\ufe0f']) {
      const { codes, set } = await asEnglish(`Ta${joiner}lk`);
      expect(codes).toEqual([]);
      expect(set.width).toBeCloseTo(plain.set.width, 9);
    }
  });
});

describe('emoji', () => {
  test.each([
    ['a face', '🙂', 'U+1F642'],
    ['a family, joined', '👩‍👧', 'U+1F469 U+200D U+1F467'],
    ['a hand with a skin tone', '👍🏽', 'U+1F44D U+1F3FD'],
    ['a flag', '🇬🇧', 'U+1F1EC U+1F1E7'],
    ['a heart with its colour', '❤️', 'U+2764 U+FE0F'],
  ])('%s is one letter that no font has, named whole', async (_, emoji, codePoints) => {
    const { found } = await asEnglish(`Talk ${emoji} now`);
    expect(found.map(({ code }) => code)).toEqual(['text/no-glyph']);
    expect(found[0]?.problem).toMatch(
      new RegExp(`^no font has ".+" \\(${codePoints.replaceAll('+', '\\+')}\\)$`, 'u'),
    );
  });
});

describe('half of a character', () => {
  test('in a deck is a finding of its file', async () => {
    for (const half of ['"Goes \\uD83D with"', '"Goes \\uDE42 with"']) {
      const found = await checkedWith(half);
      expect(
        found.map(({ code }) => code),
        half,
      ).toEqual(['text/hidden-character']);
      expect(found[0]?.problem).toContain('half of a character');
    }
  });

  test('that came so far all the same is a character that no font has', async () => {
    expect((await asEnglish('Talk \ud83d now')).codes).toEqual(['text/no-glyph']);
  });
});

describe('a word of 5,000 characters', () => {
  test('is a finding, in time', async () => {
    const started = performance.now();
    const found = await checkedWith(`"${'leaflet'.repeat(715)}"`);
    expect(found.map(({ code }) => code)).toContain('layout/word-too-wide');
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test.each(SCRIPTS)(
    'in $name is set with every character',
    async (script) => {
      const setter = await typesetter(localeOf(script));
      const part = script.text.replaceAll(/[^\p{L}\p{M}]/gu, '');
      const word = part.repeat(Math.ceil(5000 / part.length)).slice(0, 5000);
      const started = performance.now();
      expect(wordsOf(setter.set(given(word, script), 80))).toBe(word);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );
});

test('a locale that names a font of another script finds the letters that it lacks', async () => {
  const hebrew = SCRIPTS.find(({ lang }) => lang === 'he');
  const bengali = SCRIPTS.find(({ lang }) => lang === 'bn');
  if (!hebrew || !bengali) throw new Error('their fonts are dependencies');
  const setter = await typesetter({ ...localeOf(bengali), fonts: { '400': hebrew.font } }, brand());
  const found = setter.check(given(bengali.text, bengali));
  expect(found.map(({ code }) => code)).toEqual(['text/no-glyph']);
  expect(found[0]?.problem).toMatch(/^no font has "আ" \(U\+0986\), .* and \d+ more$/);
});
