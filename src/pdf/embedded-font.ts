import type { Face } from '../typeset/face.js';
import { sha256Hex } from '../units/hash.js';
import { deflate } from './deflate.js';
import { type FaceUse, pdfWidth } from './font-use.js';
import type { PdfDictionary, PdfFile, PdfReference } from './pdf-file.js';
import { pdfNumber } from './pdf-number.js';
import { pdfName, type Written, written } from './pdf-syntax.js';
import { sfntTable } from './sfnt-table.js';
import { subsetFont } from './subset-font.js';
import { toUnicode } from './to-unicode.js';

/** FontDescriptor flags (ISO 32000-1, table 123): symbolic, since glyphs are named by number; italic. */
const SYMBOLIC = 4;
const ITALIC = 64;

/** A face subset for a run, everything deflated and written out: a file only adds its objects. */
export interface EmbeddedFont {
  addTo(file: PdfFile): PdfReference;
}

/** Subsets a face to the glyphs that a run prints. */
export function embedFont(use: FaceUse): EmbeddedFont {
  const { face, glyphs } = use;
  const subset = subsetFont(
    face,
    [...glyphs.keys()].sort((a, b) => a - b),
  );
  const program = fontProgram(face, subset);
  const name = written(pdfName(`${subsetTag(subset)}+${face.postScriptName}`));
  const descriptor = fontDescriptor(face, name);
  const widths = written(widthArray(face, glyphs));
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

interface FontProgram {
  readonly key: 'FontFile2' | 'FontFile3';
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
}

/** The font's bytes as PDF wants them: TrueType whole, CFF without the OpenType file round it. */
function fontProgram(face: Face, subset: Uint8Array): FontProgram {
  if (face.outlines === 'truetype') {
    const dictionary = { Length1: subset.length, Filter: 'FlateDecode' };
    return { key: 'FontFile2', dictionary, bytes: deflate(subset) };
  }
  const table = sfntTable(subset, 'CFF ');
  if (table === undefined) throw new Error(`the face ${face.id} has no CFF outlines after all`);
  const dictionary = { Subtype: 'CIDFontType0C', Filter: 'FlateDecode' };
  return { key: 'FontFile3', dictionary, bytes: deflate(table) };
}

/** Six capitals that mark a subset (ISO 32000-1, 9.6.4), from its bytes: two subsets of one face never share a name. */
function subsetTag(subset: Uint8Array): string {
  const digits = sha256Hex(subset);
  let tag = '';
  for (let at = 0; at < 6; at++) {
    tag += String.fromCharCode(65 + (Number.parseInt(digits.slice(at * 4, at * 4 + 4), 16) % 26));
  }
  return tag;
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

/** Widths by glyph id, ids that follow each other in one list. */
function widthArray(face: Face, glyphs: ReadonlyMap<number, string>): string {
  let out = '';
  let before = -2;
  for (const glyph of [...glyphs.keys()].sort((a, b) => a - b)) {
    const width = pdfNumber(pdfWidth(face, glyph));
    if (glyph === before + 1) out += ` ${width}`;
    else out += `${before < 0 ? '' : '] '}${glyph} [${width}`;
    before = glyph;
  }
  return `[${out}${out === '' ? '' : ']'}]`;
}
