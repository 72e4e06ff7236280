import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFaceLibrary } from '../../src/typeset/open-face-library.js';
import { openTypesetter } from '../../src/typeset/open-typesetter.js';
import type { SetParagraph } from '../../src/typeset/set-paragraph.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import {
  brand,
  english,
  fontBytes,
  isolate,
  NASTALIQ,
  paragraph,
  run,
  seen,
  style,
  typesetter,
  urdu,
  urduParagraph,
  worldOf,
} from './house.js';
import { fontOf, tablesOf } from './variable-font.js';

const wordsOf = (set: SetParagraph) => set.lines.map(({ words }) => words.map(({ text }) => text));
const allWords = (set: SetParagraph) => wordsOf(set).flat();
const facesOf = (set: SetParagraph) =>
  set.lines.flatMap(({ runs }) =>
    runs.map(({ face, glyphs }) => [face.familyName, glyphs.map(({ text }) => text).join('')]),
  );

const COPY =
  'If something online worries you, stay calm and talk to your child. You are not alone, and neither are they.';

describe('an English paragraph', () => {
  test('keeps every word in order, and no line is wider than the measure', async () => {
    const set = (await typesetter(english)).set(paragraph([COPY]), 60);
    expect(allWords(set).join(' ')).toBe(COPY);
    expect(set.lines.length).toBeGreaterThan(2);
    for (const line of set.lines) expect(line.width).toBeLessThanOrEqual(60);
    expect(set.height).toBeCloseTo(set.lines.length * 5.6, 9);
  });

  test('measures what it sets, and set to its own width breaks into the same lines', async () => {
    const setter = await typesetter(english);
    for (const width of [23, 37.3, 51, 60, 88]) {
      const size = setter.measure(paragraph([COPY]), width);
      const set = setter.set(paragraph([COPY]), width);
      expect(size).toEqual({ width: set.width, height: set.height });
      expect(wordsOf(setter.set(paragraph([COPY]), size.width))).toEqual(wordsOf(set));
    }
  });

  test('stands at the side that it is aligned to', async () => {
    const setter = await typesetter(english);
    const x = (align: 'start' | 'center' | 'end') =>
      setter.set(paragraph(['Talk'], { align }), 60).lines[0]?.x ?? -1;
    const { width } = setter.measure(paragraph(['Talk']), 60);
    expect([x('start'), x('center'), x('end')]).toEqual([0, (60 - width) / 2, 60 - width]);
  });

  test('has its baselines a line height apart, the first with its type centred in its line', async () => {
    const set = (await typesetter(english)).set(paragraph([COPY]), 60);
    // Nunito: ascender 1011, descender 353 of 1000; type of 4 mm in lines of 5.6 mm.
    expect(set.lines[0]?.baseline).toBeCloseTo((5.6 - 4 * 1.364) / 2 + 4 * 1.011, 9);
    expect((set.lines[1]?.baseline ?? 0) - (set.lines[0]?.baseline ?? 0)).toBeCloseTo(5.6, 9);
  });

  test('knows how high its ink stands above the baseline and hangs below', async () => {
    const setter = await typesetter(english);
    const ink = (text: string) => setter.set(paragraph([text]), 60).lines[0];
    expect(ink('Ax')?.descent).toBeLessThan(0.2);
    expect(ink('Ax')?.ascent).toBeCloseTo(4 * 0.705, 1);
    expect(ink('gy')?.descent ?? 0).toBeGreaterThan(0.6);
    expect(ink('Ŵ')?.ascent ?? 0).toBeGreaterThan((ink('W')?.ascent ?? 9) + 0.4);
  });

  test('breaks where the copy asks for it, and an empty line stays empty', async () => {
    const set = (await typesetter(english)).set(paragraph(['Talk.\n\nListen.\n']), 60);
    expect(wordsOf(set)).toEqual([['Talk.'], [], ['Listen.']]);
  });

  test('keeps a number, its unit and a no-break space on one line', async () => {
    const setter = await typesetter(english);
    const number = isolate('0808 157 0123');
    for (let width = 8; width < 60; width += 1.7) {
      const set = setter.set(paragraph(['Call them on ', number, ' for 20\u00a0minutes.']), width);
      const lines = wordsOf(set).map((line) => line.join(' '));
      expect(lines.some((line) => line.includes('0808 157 0123'))).toBe(true);
      expect(lines.join(' ')).toContain('20\u00a0minutes.');
    }
  });

  test('lets a word that is wider than the measure stick out, for layout to report', async () => {
    const set = (await typesetter(english)).set(paragraph(['a safeguarding lead']), 12);
    expect(wordsOf(set)).toEqual([['a'], ['safeguarding'], ['lead']]);
    expect(set.width).toBeGreaterThan(12);
  });

  test('parts an address that is wider than the measure after a slash or full stop, and only then', async () => {
    const setter = await typesetter(english);
    const address = isolate('www.example.org/help/for-parents');
    expect(wordsOf(setter.set(paragraph(['See ', address]), 80))).toEqual([
      ['See', 'www.example.org/help/for-parents'],
    ]);
    expect(wordsOf(setter.set(paragraph(['See ', address]), 45))).toEqual([
      ['See'],
      ['www.example.org/help/'],
      ['for-parents'],
    ]);
  });

  test('shows a soft hyphen only where a line ends in it', async () => {
    const setter = await typesetter(english);
    const copy = 'a co\u00adoperation';
    expect(seen(setter.set(paragraph([copy]), 60).lines[0])).toBe('a cooperation');
    const narrow = setter.set(paragraph([copy]), 10);
    expect(wordsOf(narrow)).toEqual([['a', 'co'], ['operation']]);
    expect(seen(narrow.lines[0])).toBe('a co\u00ad');
  });

  test('does not end in a lone short word where other breaks avoid it', async () => {
    const setter = await typesetter(english);
    const copy = 'Ask what happened, and listen to the answer before you do it.';
    let avoided = 0;
    for (let width = 30; width < 90; width += 0.5) {
      const item = setter.set(paragraph([copy], { role: 'small' }), width);
      const text = setter.set(paragraph([copy]), width);
      expect(text.lines.length).toBe(item.lines.length);
      const lone = (set: SetParagraph) => wordsOf(set).at(-1)?.join(' ') === 'it.';
      if (lone(item) && !lone(text)) avoided += 1;
      expect(!lone(item) && lone(text)).toBe(false);
    }
    expect(avoided).toBeGreaterThan(3);
  });

  test('counts the letters of its longest line', async () => {
    const set = (await typesetter(english)).set(paragraph(['Tŷ gw\u0302r\nab']), 60);
    expect(set.longestLine).toBe(6);
  });
});

test('a heading has lines about as long as each other', async () => {
  const setter = await typesetter(english);
  const copy = 'Something online feels wrong? Talk early and talk often.';
  const big = { style: style({ family: 'heading', weight: 700, size: 7 }) };
  const widths = (role: 'h2' | 'small') =>
    setter.set(paragraph([run(copy, big)], { role }), 75).lines.map(({ width }) => width);
  const spread = (all: number[]) => Math.max(...all) - Math.min(...all);
  expect(widths('h2').length).toBe(widths('small').length);
  expect(spread(widths('h2'))).toBeLessThan(spread(widths('small')));
});

test('a Polish line does not end in a word of one letter', async () => {
  const setter = await typesetter(english);
  const copy = 'Porozmawiaj z nim i zadzwoń w każdej chwili, o każdej porze.';
  for (let width = 20; width < 80; width += 1) {
    for (const line of wordsOf(setter.set(paragraph([copy], { lang: 'pl' }), width)).slice(0, -1))
      expect(line.at(-1)).not.toMatch(/^\p{L}$/u);
  }
});

describe('an Urdu paragraph', () => {
  const call = ['کال کریں ', isolate('0808 157 0123'), ' ابھی۔'];

  test('shows the digits of a number in the order in which they are dialled', async () => {
    const set = (await typesetter(urdu)).set(urduParagraph(call), 100);
    expect(seen(set.lines[0])).toContain('0808 157 0123');
    expect(allWords(set)).toEqual(['کال', 'کریں', '0808', '157', '0123', 'ابھی۔']);
    const [x0 = 0, x1 = 0, x2 = 0] = set.lines[0]?.words.slice(2).map(({ x }) => x) ?? [];
    expect(x0).toBeLessThan(x1);
    expect(x1).toBeLessThan(x2);
    expect(set.lines[0]?.words[0]?.x).toBeGreaterThan(x2);
  });

  test('begins at the right edge', async () => {
    const set = (await typesetter(urdu)).set(urduParagraph(call), 100);
    expect((set.lines[0]?.x ?? 0) + (set.lines[0]?.width ?? 0)).toBeCloseTo(100, 9);
    const words = set.lines[0]?.words ?? [];
    expect((words[0]?.x ?? 0) + (words[0]?.width ?? 0)).toBeCloseTo(set.lines[0]?.width ?? -1, 9);
  });

  test('sets numbers and Latin names in the brand’s face, as large as in an English leaflet', async () => {
    const large = { style: style({ size: 4.8 }) };
    const set = (await typesetter(urdu)).set(
      urduParagraph([run('پر ', large), run('Childline', { ...large, isolate: true })]),
      100,
    );
    expect(facesOf(set)).toEqual([
      ['Nunito', 'Childline'],
      ['Noto Nastaliq Urdu', ' رپ'],
    ]);
    const [latin = 0, nastaliq = 0] = set.lines[0]?.runs.map(({ size }) => size) ?? [];
    expect(latin).toBeCloseTo(4, 9);
    expect(nastaliq).toBeCloseTo(4.8, 9);
  });

  test('sets a closing bracket in the face of the one that it closes', async () => {
    const set = (await typesetter(urdu)).set(urduParagraph(['یہ iPhone (Apple) ہے (مفت)۔']), 200);
    const brackets = facesOf(set).map(([face, text]) => [face, text?.replaceAll(/[^()]/g, '')]);
    expect(brackets.filter(([, text]) => text !== '')).toEqual([
      ['Noto Nastaliq Urdu', ')('],
      ['Nunito', '()'],
    ]);
  });

  test('sets the line by the face that most of its letters are in', async () => {
    const setter = await typesetter(urdu);
    const number = setter.set(urduParagraph([isolate('0808 157 0123')], { lineHeight: 5 }), 60);
    const size = 4 / 1.2;
    expect(number.lines[0]?.baseline).toBeCloseTo((5 - size * 1.364) / 2 + size * 1.011, 9);
  });
});

describe('a character that the brand’s face lacks', () => {
  test('is taken from Noto Sans, with its own size and nothing else with it', async () => {
    const set = (await typesetter(english)).set(paragraph(['Ask Ἀθηνᾶ today']), 90);
    expect(facesOf(set)).toEqual([
      ['Nunito', 'Ask '],
      ['Noto Sans', 'Ἀθηνᾶ'],
      ['Nunito', ' today'],
    ]);
    expect((await typesetter(english)).check(paragraph(['Ask Ἀθηνᾶ today']))).toEqual([]);
  });

  test('and that no face has is named with its code, sentence and place', async () => {
    const found = (await typesetter(english)).check(paragraph(['Talk 𓀀 to us ꙮ', ' and 𓀀']));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      code: 'text/no-glyph',
      severity: 'error',
      at: { file: 'locales/en-GB/test.yaml', line: 7 },
      locale: 'en-GB',
      sentence: 'Talk 𓀀 to us ꙮ and 𓀀',
    });
    expect(found[0]?.problem).toContain('"𓀀" (U+13000)');
  });

  test('is not set in a face that cannot join its letters', async () => {
    const tables = tablesOf(fontBytes(NASTALIQ));
    tables.delete('GSUB');
    const file = 'locales/ur/bare.ttf';
    const library = openFaceLibrary(worldOf({ [file]: fontOf(tables) }));
    const bare = openTypesetter(library, brand(), { ...urdu, fonts: { '400': file } }).value;
    const found = bare?.check(urduParagraph(['کال Talk'])) ?? [];
    expect(found.map(({ code }) => code)).toEqual(['font/script-not-shaped']);
    expect(found[0]?.problem).toContain('"locales/ur/bare.ttf" has "ک" (U+06A9), "ا" (U+0627)');
  });
});

describe('a weight that is not there', () => {
  test('in the brand kit is a finding, not another weight in silence', async () => {
    const semi = run('Talk', { style: style({ weight: 600 }) });
    const found = (await typesetter(english)).check(paragraph([semi]));
    expect(found.map(({ code, problem }) => [code, problem])).toEqual([
      [
        'font/weight-missing',
        'the weight 600 of "Nunito" is asked for, and the brand kit has 400, 700',
      ],
    ]);
  });

  test('near it in a locale is a finding, where bold would come out as regular', async () => {
    const light = { ...urdu, fonts: { '400': NASTALIQ } };
    const bold = urduParagraph([run('بات', { style: style({ weight: 700 }) })]);
    expect((await typesetter(light)).check(bold).map(({ code }) => code)).toEqual([
      'font/weight-missing',
    ]);
    expect((await typesetter(urdu)).check(bold)).toEqual([]);
  });
});

test('a brand whose font is at fault sets nothing, and says why where the font is named', () => {
  const kit = brand({ name: 'Gone', faces: { '400': { file: 'brand-kits/test/gone.ttf' } } });
  const { value, findings } = openTypesetter(openFaceLibrary(worldOf()), kit, english);
  expect(value).toBeUndefined();
  expect(findings.map(({ code, at }) => [code, at.file])).toEqual([
    ['font/missing', 'brand-kits/test/brand.json'],
  ]);
});

describe('any text at all', () => {
  const letters = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...['کال', 'بات', 'Talk', 'gŵr', '0808', '157', '(', ')', '،', '۔', ' ', ' ', '\u00ad'],
          ...[
            '\n',
            '\u00a0',
            '\u200d',
            '\u200c',
            '\u202e',
            '\u2067',
            'สวัสดีครับ',
            'នាង',
            '👩‍👧',
            'ﬁ',
            'e\u0301',
          ],
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  );
  const runs = fc.array(
    fc
      .tuple(letters, fc.boolean(), fc.constantFrom(400, 700))
      .map(([text, alone, weight]) => run(text, { isolate: alone, style: style({ weight }) })),
    { maxLength: 4 },
  );
  const how = fc.record({
    role: fc.constantFrom('h1' as const, 'p' as const, 'number' as const),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
    align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
  });
  const plain = (text: string) =>
    text
      .replaceAll(/[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replaceAll(
        /[\t\n\v\f\r \u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/g,
        '',
      );

  test.each([
    ['English', english],
    ['Urdu', urdu],
  ])(
    'in %s is set with every character, or found wanting, and nothing throws',
    async (_, locale) => {
      const setter = await typesetter(locale);
      fc.assert(
        fc.property(runs, how, fc.constantFrom(0, 10, 40, Infinity), (copy, more, width) => {
          const it = paragraph(copy, more);
          const set = setter.set(it, width);
          expect(allWords(set).join('')).toBe(plain(copy.map(({ text }) => text).join('')));
          expect(setter.measure(it, width)).toEqual({ width: set.width, height: set.height });
          for (const line of set.lines) {
            const sum = line.runs.reduce((total, { glyphs }) => {
              for (const glyph of glyphs) expect(glyph.word).toBeLessThan(line.words.length);
              return total + glyphs.reduce((all, { advance }) => all + advance, 0);
            }, 0);
            expect(sum).toBeCloseTo(line.width, 6);
          }
          const missing = set.lines.some(({ runs: all }) =>
            all.some(({ glyphs }) => glyphs.some(({ id }) => id === 0)),
          );
          if (missing) expect(setter.check(it).map(({ code }) => code)).toContain('text/no-glyph');
        }),
        { numRuns: fuzzRuns(500) },
      );
    },
  );
});
