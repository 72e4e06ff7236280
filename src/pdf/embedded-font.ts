import type { Store } from '../cache/store.js';
import type { Face } from '../typeset/face.js';
import { deflate } from './deflate.js';
import { fontProgram } from './font-program.js';
import { type FaceUse, pdfWidth } from './font-use.js';
import type { PdfDictionary, PdfFile, PdfReference } from './pdf-file.js';
import { pdfNumber } from './pdf-number.js';
import { pdfName, type Written, written } from './pdf-syntax.js';
import { toUnicode } from './to-unicode.js';

/** FontDescriptor flags (ISO 32000-1, table 123): symbolic, since glyphs are named by number; italic. */
const SYMBOLIC = 4;
const ITALIC = 64;

/** A face subset for a run, everything deflated and written out: a file only adds its objects. */
export interface EmbeddedFont {
  addTo(file: PdfFile): PdfReference;
}

/** Subsets a face to the glyphs that a run prints, or takes the subset of an earlier run from `store`. */
export function embedFont({ face, glyphs }: FaceUse, store?: Store): EmbeddedFont {
  const ids = [...glyphs.keys()].sort((a, b) => a - b);
  const program = fontProgram(face, ids, store);
  const name = written(pdfName(`${program.tag}+${face.postScriptName}`));
  const descriptor = fontDescriptor(face, name);
  const widths = written(widthArray(face, ids));
  const text = deflate(toUnicode(glyphs));
  const isTrueType = face.outlines === 'truetype';
  return {
    addTo(file) {
      const font = file.addStream(program.dictionary, program.bytes);
      const descendant = file.add({
        Type: 'Font',
        Subtype: isTrueType ? 'CIDFontType2' : 'CIDFontType0',
        BaseFont: name,
        CIDSystemInfo: written('<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'),
        FontDescriptor: file.add({ ...descriptor, [program.key]: font }),
        DW: 1000,
        W: widths,
        CIDToGIDMap: isTrueType ? 'Identity' : undefined,
      });
      return file.add({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: file.addStream({ Filter: 'FlateDecode' }, text),
      });
    },
  };
}

function fontDescriptor(face: Face, name: Written): PdfDictionary {
  const thousandths = (units: number) => Math.round((units * 1000) / face.unitsPerEm);
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC | (face.italicAngle === 0 ? 0 : ITALIC),
    FontBBox: face.bbox.map(thousandths),
    ItalicAngle: face.italicAngle,
    Ascent: thousandths(face.ascender),
    Descent: thousandths(face.descender),
    CapHeight: thousandths(face.capHeight),
    XHeight: thousandths(face.xHeight),
    StemV: stemWidth(face.weight),
  };
}

/** Width of an upright stem, which font files do not tell; the usual estimate from the weight (50 + (weight / 65)², as other PDF writers have it). */
const stemWidth = (weight: number): number => Math.round(50 + (weight / 65) ** 2);

/** Widths by glyph id, in rising order; ids that follow each other in one list. */
function widthArray(face: Face, glyphs: readonly number[]): string {
  let out = '';
  let before = -2;
  for (const glyph of glyphs) {
    const width = pdfNumber(pdfWidth(face, glyph));
    if (glyph === before + 1) out += ` ${width}`;
    else out += `${before < 0 ? '' : '] '}${glyph} [${width}`;
    before = glyph;
  }
  return `[${out}${out === '' ? '' : ']'}]`;
}
