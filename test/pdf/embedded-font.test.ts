import { existsSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { FontUse } from '../../src/pdf/font-use.js';
import { openPress } from '../../src/pdf/open-press.js';
import { sfntTable } from '../../src/pdf/sfnt-table.js';
import { subsetFont } from '../../src/pdf/subset-font.js';
import { toUnicode } from '../../src/pdf/to-unicode.js';
import { hasProgram } from '../support/outside-program.js';
import { leaflet, panel, pressJob, style, trifold, words } from './support/builders.js';
import { describeFonts, pdfText } from './support/outside-reading.js';
import { openFace, plainTypesetter } from './support/plain-typesetter.js';

/** An OpenType font with CFF outlines that Debian's Ghostscript brings. */
const CFF_FONT = '/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf';

const noto = openFace('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const glyphsOf = (text: string) => [...text].map((it) => noto.glyphFor(it.codePointAt(0) ?? 0));

describe('a subset face', () => {
  test('has the outlines that the face has, under the same numbers, and no others', () => {
    const kept = glyphsOf('Hamburg é 0808');
    const font = new hb.Font(new hb.Face(new hb.Blob(subsetFont(noto, kept))));
    for (const glyph of kept) expect(font.glyphToPath(glyph)).toBe(noto.outlineOf(glyph));
    const [left = 0] = glyphsOf('Q');
    expect(noto.outlineOf(left)).not.toBe('');
    expect(font.glyphToPath(left)).toBe('');
  });

  test('is a fraction of the file, without hints, names or layout', () => {
    const subset = subsetFont(noto, glyphsOf('0123456789'));
    expect(subset.length).toBeLessThan(noto.bytes.length / 10);
    for (const tag of ['GSUB', 'GPOS', 'name', 'fpgm', 'prep']) {
      expect(sfntTable(subset, tag), tag).toBeUndefined();
    }
    expect(sfntTable(subset, 'glyf')?.length).toBeGreaterThan(100);
  });

  test.skipIf(!existsSync(CFF_FONT) || !hasProgram('pdffonts') || !hasProgram('pdftotext'))(
    `may have CFF outlines${existsSync(CFF_FONT) ? '' : ' (skipped: no CFF font on this machine)'}`,
    () => {
      const nimbus = openFace(CFF_FONT);
      expect(nimbus.outlines).toBe('cff');
      const set = plainTypesetter(() => nimbus);
      const only = panel('cff', 297, 'left', [
        words('Office hours', 20, 20, style(12), 'ltr', set),
      ]);
      const side = { name: 'inside', panels: [{ x: 0, panel: only }], overlay: [] };
      const form = { ...trifold(), sides: [side], typesetter: set };
      const { bytes } = openPress(pressJob({ forms: [form] })).write(leaflet());
      expect(describeFonts(bytes)).toEqual([
        expect.objectContaining({
          type: 'CID Type 0C',
          embedded: 'yes',
          subset: 'yes',
          unicode: 'yes',
        }),
      ]);
      expect(pdfText(bytes)).toContain('Office hours');
    },
  );
});

describe('reading text back', () => {
  test('a glyph stands for its own character, or for the first text that it was met with', () => {
    const use = new FontUse();
    const [a = 0] = glyphsOf('a');
    use.add(noto, a, 'x');
    const shaped = [...Array(noto.glyphCount).keys()].find(
      (glyph) => glyph > 0 && noto.characterOf(glyph) === undefined,
    );
    if (shaped === undefined) throw new Error('every glyph has a character');
    use.add(noto, shaped, '');
    use.add(noto, shaped, 'first');
    use.add(noto, shaped, 'second');
    expect(use.faces[0]?.glyphs.get(a)).toBe('a');
    expect(use.faces[0]?.glyphs.get(shaped)).toBe('first');
  });

  test('every glyph has an entry, in blocks of a hundred, none of them NUL or a byte order mark', () => {
    const glyphs = new Map([...Array(250).keys()].map((at) => [at + 1, at === 7 ? '' : '𝄞']));
    const map = toUnicode(glyphs);
    expect(map.match(/^(\d+) beginbfchar$/gm)).toEqual([
      '100 beginbfchar',
      '100 beginbfchar',
      '50 beginbfchar',
    ]);
    expect(map).toContain('<0001> <D834DD1E>');
    expect(map.match(/^<[0-9A-F]{4}> <[0-9A-F]+>$/gm)).toHaveLength(250 + 1);
    // One line more than glyphs: the code space.
    expect(map).not.toMatch(/<0000>$|<FEFF>$|<>$/m);
  });

  test('a character without a glyph never reaches a plate', () => {
    expect(() => new FontUse().add(noto, 0, '☃')).toThrow('☃');
  });
});
