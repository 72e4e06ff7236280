import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/compose/blocks.js';
import type { LoadedFace } from '../../src/typeset/loaded-face.js';
import type { PlainLook } from '../../src/typeset/plain-look.js';
import { PlainTexts } from '../../src/typeset/plain-texts.js';
import type { Typesetter } from '../../src/typeset/typesetter.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { brand, english, paragraph, run, style, typesetter, urdu } from './house.js';

/** Letters, figures and marks that catalogues and job codes hold, ligatures and kerned pairs among them. */
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ATVWYafgijlorty.,-:/&()01479'), maxLength: 12 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  fc.string({
    unit: fc.integer({ min: 0xa0, max: 0x250 }).map((it) => String.fromCharCode(it)),
    maxLength: 6,
  }),
  fc.constantFrom('Galaxy', 'iPhone', 'Fairphone', '(2nd', 'gen)', 'office', 'SL-7K3M-Q4RD', '5G'),
  fc.constantFrom('Größe', '小米', 'آپ', 'e\u0301', '\ufb01', '\u00a0', '\t'),
);
const texts = fc.array(words, { minLength: 1, maxLength: 4 }).map((it) => it.join(' '));

const looks: readonly [string, () => Promise<Typesetter>, Partial<Paragraph>, boolean][] = [
  ['a value in English', () => typesetter(english), {}, true],
  ['a value in Urdu', () => typesetter(urdu), { direction: 'rtl', lang: 'ur' }, true],
  ['a number', () => typesetter(english), { role: 'number', align: 'end' }, true],
  ['a fact of the slug line', () => typesetter(english), { align: 'center' }, false],
];

async function opened(at: number) {
  const [, open, more, isIsolated = true] = looks[at] ?? [];
  const setter = await open?.();
  if (setter === undefined) throw new Error('no such look');
  const of = (text: string) => paragraph([run(text, { isolate: isIsolated })], more);
  const look = setter.plain(of('A'));
  if (look === undefined) throw new Error('the look has a fault');
  return { setter, of, look };
}

/** All that drawing takes of a line, as setting a paragraph gives it. */
function setLine(setter: Typesetter, it: Paragraph) {
  const { lines, width } = setter.set(it, 10_000);
  const glyphs = lines.flatMap(({ runs }) => runs.flatMap((piece) => piece.glyphs));
  return {
    lines: lines.length,
    baseline: lines[0]?.baseline,
    left: lines[0]?.x,
    faces: [...new Set(lines.flatMap(({ runs }) => runs.map(({ face, size }) => [face.id, size])))],
    width,
    glyphs: glyphs.map(({ id, advance, dx, dy, text }) => ({ id, advance, dx, dy, text })),
    findings: setter.check(it),
  };
}

function plainLine(look: PlainLook, text: string) {
  const line = look.line(text);
  if (line === undefined) return undefined;
  return {
    lines: 1,
    baseline: look.baseline,
    left: look.lineStart(line.width, 10_000),
    faces: [[look.face.id, look.size]],
    width: line.width,
    glyphs: Array.from(text, (letter, at) => ({
      id: line.glyph(at),
      advance: line.advance(at),
      dx: 0,
      dy: 0,
      text: letter,
    })),
    findings: [],
  };
}

describe.each(looks.map(([name], at) => ({ name, at })))('$name', ({ at }) => {
  test('is set as its paragraph is, alone or among others, or not at all', async () => {
    const { setter, of, look } = await opened(at);
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), (all) => {
        look.add(all);
        for (const text of all) {
          const plain = plainLine(look, text);
          if (plain !== undefined) expect(plain).toEqual(setLine(setter, of(text)));
        }
      }),
      { numRuns: fuzzRuns(150) },
    );
  });
});

describe('job codes', () => {
  const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  test('are plain, whatever two letters stand side by side', async () => {
    const { setter, of, look } = await opened(3);
    const pairs = Array.from(ALPHABET, (a) => Array.from(ALPHABET, (b) => `${a}${b}`)).flat();
    const codes = pairs.map((pair) => `SL-${pair}${pair}-${pair}${pair}`);
    look.add(codes);
    const plain = codes.map((code) => plainLine(look, code));
    expect(plain).toEqual(codes.map((code) => setLine(setter, of(code))));
  });
});

describe('accented Latin letters', () => {
  test.each(['Größe 7', 'Łódź', 'Téléphone', 'Çağrı', 'São Paulo', 'Ångström'])(
    'are plain: %s',
    async (text) => {
      const { setter, of, look } = await opened(0);
      const plain = plainLine(look, text);
      expect(plain).toBeDefined();
      expect(plain).toEqual(setLine(setter, of(text)));
    },
  );
});

describe('what is not plain', () => {
  test.each([
    'office',
    '小米',
    ' A',
    'A  B',
    'A\nB',
    'A\u00a0B',
    'e\u0301',
    'x²',
    'a\u00adb',
    '',
    'آپ',
  ])('%j', async (text) => {
    const { look } = await opened(0);
    expect(look.line(text)).toBeUndefined();
  });

  test('a look in a weight that the brand does not have', async () => {
    const setter = await typesetter(english, brand());
    const light = run('A', { style: style({ weight: 300 }), isolate: true });
    expect(setter.plain(paragraph([light]))).toBeUndefined();
  });

  test('a run of a right-to-left paragraph that is no piece of its own', async () => {
    const setter = await typesetter(urdu);
    expect(setter.plain(paragraph([run('A')], { direction: 'rtl', lang: 'ur' }))).toBeUndefined();
  });
});

describe('texts by the thousand', () => {
  test('are shaped once each, however often they are asked for', async () => {
    const { look } = await opened(0);
    let asked = 0;
    const face: LoadedFace = {
      ...(look.face as LoadedFace),
      characterOf: (glyph) => {
        asked += 1;
        return look.face.characterOf(glyph);
      },
    };
    const shelf = new PlainTexts({ face, script: 'Latn', lang: 'en-GB', tabular: false });
    const names = Array.from({ length: 3000 }, (_, at) => `Model ${String(at).padStart(6, '0')}`);
    for (let round = 0; round < 3; round += 1) {
      shelf.add(names);
      for (const name of names) expect(shelf.find(name, () => true)).toBeDefined();
    }
    expect(asked).toBe(names.join('').length);
  });
});
