import type { PDFObject } from '@cantoo/pdf-lib';
import { windows1252 } from '../units/windows-1252.js';
import { type Allowance, decodeStream } from './decode-stream.js';
import { entryOf, itemsOf, keysOf, nameOf, numberOf } from './pdf-values.js';
import { readToUnicode } from './read-to-unicode.js';

/** A code of a shown string. */
interface FontCode {
  readonly code: number;
  /** The glyph in the embedded font program; for a simple font the code itself. */
  readonly glyph: number;
  /** What the font's own map says it stands for; undefined where it says nothing. */
  readonly text: string | undefined;
  /** In thousandths of the size. */
  readonly width: number;
  /** A single byte 32: word spacing widens it (ISO 32000-1, 9.3.3). */
  readonly isSpace: boolean;
}

/** A font as it stands in the file. */
export interface ReadFont {
  /** The PostScript name without the subset's tag. */
  readonly name: string;
  readonly isSubset: boolean;
  readonly isEmbedded: boolean;
  readonly hasToUnicode: boolean;
  decode(bytes: Uint8Array): readonly FontCode[];
}

/** Fonts already read, by their dictionary: pages share them. */
export type FontShelf = Map<PDFObject, ReadFont>;

const SUBSET_TAG = /^[A-Z]{6}\+/;

/** Reads a font dictionary: how codes become glyphs, text and widths. Never throws. */
export function readFont(font: PDFObject | undefined, allowance: Allowance): ReadFont {
  const isComposite = nameOf(entryOf(font, 'Subtype')) === 'Type0';
  const inner = isComposite ? itemsOf(entryOf(font, 'DescendantFonts'))[0] : font;
  const descriptor = entryOf(inner, 'FontDescriptor');
  const baseName = nameOf(entryOf(font, 'BaseFont')) ?? '';
  const cmap = decodeStream(entryOf(font, 'ToUnicode'), allowance);
  const toUnicode = cmap === undefined ? undefined : readToUnicode(cmap);
  const program = ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => entryOf(descriptor, key) !== undefined,
  );
  return {
    name: baseName.replace(SUBSET_TAG, ''),
    isSubset: SUBSET_TAG.test(baseName),
    isEmbedded: program || nameOf(entryOf(font, 'Subtype')) === 'Type3',
    hasToUnicode: toUnicode !== undefined && toUnicode.size > 0,
    decode: isComposite
      ? compositeDecoder(inner, toUnicode, allowance)
      : simpleDecoder(inner, toUnicode),
  };
}

type Decoder = ReadFont['decode'];

/** Codes of two bytes, as Identity-H reads them. */
function compositeDecoder(
  inner: PDFObject | undefined,
  toUnicode: ReadonlyMap<number, string> | undefined,
  allowance: Allowance,
): Decoder {
  const widths = readWidths(inner);
  const usual = numberOf(entryOf(inner, 'DW')) ?? 1000;
  const toGlyph = decodeStream(entryOf(inner, 'CIDToGIDMap'), allowance);
  const glyphOf = (code: number): number =>
    toGlyph === undefined ? code : (toGlyph[2 * code] ?? 0) * 256 + (toGlyph[2 * code + 1] ?? 0);
  const known = new Map<number, FontCode>();
  const codeOf = (code: number): FontCode => {
    const width = widths.get(code) ?? usual;
    const read = { code, glyph: glyphOf(code), text: toUnicode?.get(code), width, isSpace: false };
    known.set(code, read);
    return read;
  };
  return (bytes) => {
    const codes: FontCode[] = [];
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const code = (bytes[at] as number) * 256 + (bytes[at + 1] as number);
      codes.push(known.get(code) ?? codeOf(code));
    }
    return codes;
  };
}

/** `/W`: `first [w w w]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function readWidths(inner: PDFObject | undefined): ReadonlyMap<number, number> {
  const items = itemsOf(entryOf(inner, 'W'));
  const widths = new Map<number, number>();
  for (let at = 0; at < items.length; ) {
    const first = numberOf(items[at]) ?? 0;
    const list = itemsOf(items[at + 1]);
    if (list.length > 0 || numberOf(items[at + 1]) === undefined) {
      list.forEach((width, step) => {
        widths.set(first + step, numberOf(width) ?? 0);
      });
      at += 2;
      continue;
    }
    const last = Math.min(numberOf(items[at + 1]) ?? first, 65_535);
    const width = numberOf(items[at + 2]) ?? 0;
    for (let code = Math.max(0, first); code <= last; code += 1) widths.set(code, width);
    at += 3;
  }
  return widths;
}

/** Codes of one byte; without a ToUnicode map read as most programs write them, Windows-1252. */
function simpleDecoder(
  font: PDFObject | undefined,
  toUnicode: ReadonlyMap<number, string> | undefined,
): Decoder {
  const first = numberOf(entryOf(font, 'FirstChar')) ?? 0;
  const widths = itemsOf(entryOf(font, 'Widths')).map((it) => numberOf(it) ?? 0);
  const hasDifferences = keysOf(entryOf(font, 'Encoding')).includes('Differences');
  const textOf = (code: number): string | undefined => {
    if (toUnicode !== undefined) return toUnicode.get(code);
    return hasDifferences ? undefined : windows1252(code);
  };
  return (bytes) =>
    Array.from(bytes, (code) => ({
      code,
      glyph: code,
      text: textOf(code),
      width: widths[code - first] ?? 500,
      isSpace: code === 32,
    }));
}
