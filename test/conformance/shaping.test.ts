import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SetParagraph } from '../../src/typeset/set-paragraph.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { brand, paragraph, run, style, typesetter, urdu } from '../typeset/house.js';
import { PARAGRAPHS, type ScriptParagraph } from './paragraphs.js';

interface OutsideGlyph {
  readonly g: number;
  readonly ax: number;
  readonly dx: number;
  readonly dy: number;
}

const fileOf = ({ font }: ScriptParagraph): string =>
  new URL(`../../node_modules/${font}`, import.meta.url).pathname;

/** What HarfBuzz's own program gives for a paragraph, in font units. */
function outside(it: ScriptParagraph): OutsideGlyph[] {
  const { out } = runProgram('hb-shape', [
    '--no-glyph-names',
    '--output-format=json',
    '--remove-default-ignorables',
    `--script=${it.script}`,
    `--language=${it.lang}`,
    `--direction=${it.direction}`,
    fileOf(it),
    it.text,
  ]);
  return (JSON.parse(out) as OutsideGlyph[]).map(({ g, ax, dx, dy }) => ({ g, ax, dx, dy }));
}

/** The glyphs of a paragraph that was set at so many mm to the em as the font has units: mm are font units. */
const glyphsOf = (set: SetParagraph): OutsideGlyph[] =>
  set.lines.flatMap(({ runs }) =>
    runs.flatMap(({ glyphs, face, size }) =>
      glyphs.map(({ id, advance, dx, dy }) => {
        const units = (length: number) => Math.round((length * face.unitsPerEm) / size);
        return { g: id, ax: units(advance), dx: units(dx), dy: units(dy) };
      }),
    ),
  );

/** Our paragraph code, in the paragraph's own font. */
async function ours({ lang, script, direction, font, text }: ScriptParagraph) {
  const locale = { ...urdu, tag: lang, script, direction, fonts: { '400': font } };
  const faces = { '400': { file: font } };
  const setter = await typesetter(locale, brand({ name: 'Noto', faces }));
  const given = paragraph([run(text, { style: style({ size: 1000 }) })], { lang, direction });
  expect(setter.check(given)).toEqual([]);
  return setter.set(given, Number.POSITIVE_INFINITY);
}

describe('a paragraph is set glyph by glyph as HarfBuzz’s own program sets it', () => {
  for (const it of PARAGRAPHS) {
    const isThere = existsSync(fileOf(it));
    const title = isThere ? it.name : `${it.name} (skipped: ${it.font} is not installed)`;
    test.skipIf(!isThere || !hasProgram('hb-shape'))(needing('hb-shape', title), async () => {
      const wanted = outside(it);
      expect(wanted.length).toBeGreaterThan(30);
      // A glyph 0 is a letter that the font has not: then nothing would be compared.
      expect(wanted.filter(({ g }) => g === 0)).toEqual([]);
      expect(glyphsOf(await ours(it))).toEqual(wanted);
    });
  }
});
