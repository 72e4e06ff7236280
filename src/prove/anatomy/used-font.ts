import type { PDFObject } from '@cantoo/pdf-lib';
import { type Allowance, decodeStream } from '../decode-stream.js';
import { entryOf, itemsOf, nameOf, numberOf } from '../pdf-values.js';
import { readToUnicode } from '../read-to-unicode.js';
import type { FontProgram } from './font-program.js';
import { readCff } from './read-cff.js';
import { type CMap, readCMap } from './read-cmap.js';
import { readTrueType } from './read-true-type.js';
import { readSimpleEncoding, type SimpleEncoding } from './simple-encoding.js';

/** A font dictionary that text of the file is set in, with the codes that are shown. */
export interface UsedFont {
  readonly dict: PDFObject;
  /** Type0, TrueType, Type1, MMType1, Type3. */
  readonly subtype: string;
  readonly name: string;
  /** The CIDFont of a composite font, else the font itself. */
  readonly inner: PDFObject | undefined;
  readonly descriptor: PDFObject | undefined;
  readonly isEmbedded: boolean;
  /** Absent where the program is not there, or of a kind that is not read (Type 1 in its own form). */
  readonly program: FontProgram | undefined;
  readonly encoding: SimpleEncoding;
  readonly cmap: CMap | undefined;
  readonly isSymbolic: boolean;
  /** Codes that are shown; true where any of them can be seen. */
  readonly used: Map<number, boolean>;
  codesOf(bytes: Uint8Array): readonly number[];
  /** The glyph of the program; undefined where that cannot be told, 0 for none. */
  glyphOf(code: number): number | undefined;
  /** Thousandths of the size, as the font dictionary says. */
  widthOf(code: number): number | undefined;
  /** What the file says that a code stands for; undefined where it says nothing. */
  unicodeOf(code: number): string | undefined;
  readonly hasToUnicode: boolean;
}

/** FontDescriptor Flags, bit 3 (ISO 32000-1, table 123). */
const SYMBOLIC = 4;

/** Reads a font dictionary for the rules. Never throws. */
export function readUsedFont(dict: PDFObject, allowance: Allowance): UsedFont {
  const subtype = nameOf(entryOf(dict, 'Subtype')) ?? '';
  const isComposite = subtype === 'Type0';
  const inner = isComposite ? itemsOf(entryOf(dict, 'DescendantFonts'))[0] : dict;
  const descriptor = entryOf(inner, 'FontDescriptor');
  const file = ['FontFile2', 'FontFile3', 'FontFile']
    .map((key) => entryOf(descriptor, key))
    .find((it) => it !== undefined);
  const program = readProgram(descriptor, allowance);
  const cmap = isComposite ? readCMap(entryOf(dict, 'Encoding'), allowance) : undefined;
  const encoding = readSimpleEncoding(isComposite ? undefined : entryOf(dict, 'Encoding'));
  const text = decodeStream(entryOf(dict, 'ToUnicode'), allowance);
  const toUnicode = text === undefined ? undefined : readToUnicode(text);
  const isSymbolic = ((numberOf(entryOf(descriptor, 'Flags')) ?? 0) & SYMBOLIC) !== 0;
  const toGlyph = decodeStream(entryOf(inner, 'CIDToGIDMap'), allowance);
  const simple = { program, encoding, isSymbolic };
  const mapped = (code: number): string | undefined => {
    const one = toUnicode?.get(code);
    if (one !== undefined) return one;
    return isComposite ? undefined : encoding.textOf(code);
  };
  return {
    dict,
    subtype,
    name: nameOf(entryOf(dict, 'BaseFont')) ?? '',
    inner,
    descriptor,
    isEmbedded: file !== undefined,
    program,
    encoding,
    cmap,
    isSymbolic,
    used: new Map(),
    codesOf: cmap === undefined ? (bytes) => Array.from(bytes) : (bytes) => splitCodes(bytes, cmap),
    glyphOf: (code) =>
      cmap === undefined
        ? simpleGlyph(code, simple)
        : compositeGlyph(cmap.cidOf(code), program, toGlyph),
    widthOf: cmap === undefined ? simpleWidths(dict) : compositeWidths(inner, cmap),
    unicodeOf: mapped,
    hasToUnicode: toUnicode !== undefined,
  };
}

function readProgram(
  descriptor: PDFObject | undefined,
  allowance: Allowance,
): FontProgram | undefined {
  const bytes =
    decodeStream(entryOf(descriptor, 'FontFile2'), allowance) ??
    decodeStream(entryOf(descriptor, 'FontFile3'), allowance);
  if (bytes === undefined || bytes.length < 4) return undefined;
  try {
    // OpenType with CFF outlines begins "OTTO"; a bare CFF program with its version, 1.
    return bytes[0] === 1 && bytes[1] === 0 ? readCff(bytes) : readTrueType(bytes);
  } catch {
    return undefined;
  }
}

function splitCodes(bytes: Uint8Array, cmap: CMap): readonly number[] {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = cmap.sizeOf(bytes[at] ?? 0);
    let code = 0;
    for (let step = 0; step < size; step += 1) code = code * 256 + (bytes[at + step] ?? 0);
    codes.push(code);
    at += size;
  }
  return codes;
}

function compositeGlyph(
  cid: number | undefined,
  program: FontProgram | undefined,
  toGlyph: Uint8Array | undefined,
): number | undefined {
  if (cid === undefined || program === undefined) return undefined;
  if (toGlyph !== undefined) return (toGlyph[2 * cid] ?? 0) * 256 + (toGlyph[2 * cid + 1] ?? 0);
  const glyph = program.glyphOfCid(cid);
  return glyph ?? (cid === 0 ? 0 : -1);
}

/** Codes of symbolic fonts lie here in a (3,0) cmap (ISO 32000-1, 9.6.6.4). */
const SYMBOL_PAGES = [0, 0xf000, 0xf100, 0xf200];

/** Characters by their code in the Macintosh's own encoding, which (1,0) cmaps go by. */
const MAC_CODES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, code) => [
    new TextDecoder('macintosh').decode(Uint8Array.of(code)),
    code,
  ]),
);

function simpleGlyph(
  code: number,
  { program, encoding, isSymbolic }: Pick<UsedFont, 'program' | 'encoding' | 'isSymbolic'>,
): number | undefined {
  if (program === undefined) return undefined;
  if (program.kind === 'CFF') {
    const name = encoding.nameOf(code);
    if (name !== undefined) return program.glyphOfName(name) ?? -1;
    return program.glyphOfCode(code);
  }
  const symbol = program.cmaps.get('3,0');
  const mac = program.cmaps.get('1,0');
  const unicode = program.cmaps.get('3,1');
  const text = encoding.textOf(code);
  if (!isSymbolic && text !== undefined) {
    const found = unicode?.(text.codePointAt(0) ?? 0) ?? 0;
    if (found !== 0) return found;
    const macCode = MAC_CODES.get(text);
    if (macCode !== undefined && mac !== undefined) return mac(macCode);
  }
  for (const page of SYMBOL_PAGES) {
    const found = symbol?.(page + code) ?? 0;
    if (found !== 0) return found;
  }
  return mac?.(code) ?? unicode?.(code) ?? (symbol === undefined ? undefined : 0);
}

function simpleWidths(font: PDFObject): UsedFont['widthOf'] {
  const first = numberOf(entryOf(font, 'FirstChar')) ?? 0;
  const widths = itemsOf(entryOf(font, 'Widths')).map(numberOf);
  return (code) => widths[code - first];
}

function compositeWidths(inner: PDFObject | undefined, cmap: CMap): UsedFont['widthOf'] {
  const items = itemsOf(entryOf(inner, 'W'));
  const usual = numberOf(entryOf(inner, 'DW')) ?? 1000;
  const widths = new Map<number, number>();
  for (let at = 0; at < items.length; ) {
    const first = numberOf(items[at]) ?? 0;
    const last = numberOf(items[at + 1]);
    if (last === undefined) {
      itemsOf(items[at + 1]).forEach((width, step) => {
        widths.set(first + step, numberOf(width) ?? 0);
      });
      at += 2;
      continue;
    }
    const width = numberOf(items[at + 2]) ?? 0;
    for (let cid = Math.max(0, first); cid <= Math.min(last, 65_535); cid += 1)
      widths.set(cid, width);
    at += 3;
  }
  return (code) => {
    const cid = cmap.cidOf(code);
    return cid === undefined ? undefined : (widths.get(cid) ?? usual);
  };
}
