import { CFF_STANDARD_STRINGS } from './cff-strings.js';
import { FontBytes, type FontProgram } from './font-program.js';

/** Most glyphs of a font. */
const MOST_GLYPHS = 65_536;

/** Where the items of an INDEX begin; one more than there are (Adobe technical note 5176, 5). */
interface Index {
  readonly starts: readonly number[];
  readonly end: number;
}

function readIndex(font: FontBytes, at: number): Index {
  const count = font.u16(at);
  if (count === 0) return { starts: [], end: at + 2 };
  const size = font.u8(at + 2);
  const base = at + 3 + (count + 1) * size - 1;
  const starts = Array.from({ length: count + 1 }, (_, it) => {
    let value = 0;
    for (let step = 0; step < size; step += 1)
      value = value * 256 + font.u8(at + 3 + it * size + step);
    return base + value;
  });
  return { starts, end: starts.at(-1) ?? at + 2 };
}

type Dict = ReadonlyMap<number, readonly number[]>;

/** A DICT's operators; those of two bytes count from 1200 (note 5176, 4). */
function readDict(font: FontBytes, from: number, to: number): Dict {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = from; at < Math.min(to, font.length); ) {
    const byte = font.u8(at);
    if (byte <= 21) {
      const isLong = byte === 12;
      dict.set(isLong ? 1200 + font.u8(at + 1) : byte, operands);
      operands = [];
      at += isLong ? 2 : 1;
    } else {
      const [value, size] = readNumber(font, at);
      operands.push(value);
      at += size;
    }
  }
  return dict;
}

function readNumber(font: FontBytes, at: number): readonly [number, number] {
  const byte = font.u8(at);
  if (byte === 28) return [font.i16(at + 1), 3];
  if (byte === 29) return [font.u32(at + 1) | 0, 5];
  if (byte === 30) return readReal(font, at);
  if (byte <= 246) return [byte - 139, 1];
  if (byte <= 250) return [(byte - 247) * 256 + font.u8(at + 1) + 108, 2];
  if (byte <= 254) return [-(byte - 251) * 256 - font.u8(at + 1) - 108, 2];
  return [font.u32(at + 1) / 65_536, 5];
}

/** Two figures a byte, until one is 15. */
function readReal(font: FontBytes, at: number): readonly [number, number] {
  let text = '';
  for (let step = 1; step < 32; step += 1) {
    const byte = font.u8(at + step);
    for (const figure of [byte >> 4, byte & 15]) {
      if (figure === 15) return [Number(text) || 0, step + 1];
      text += ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'][figure];
    }
  }
  return [0, 32];
}

/** Reads a bare CFF program (Adobe technical note 5176): glyphs, names or CIDs, widths. */
export function readCff(bytes: Uint8Array): FontProgram | undefined {
  const font = new FontBytes(bytes);
  const names = readIndex(font, font.u8(2));
  const tops = readIndex(font, names.end);
  const strings = readIndex(font, tops.end);
  const top = readDict(font, tops.starts[0] ?? 0, tops.starts[1] ?? 0);
  const charStrings = top.get(17)?.[0];
  if (charStrings === undefined || charStrings >= font.length) return undefined;
  const glyphs = readIndex(font, charStrings);
  const count = Math.min(Math.max(0, glyphs.starts.length - 1), MOST_GLYPHS);
  if (count === 0) return undefined;
  const charset = readCharset(font, top.get(15)?.[0] ?? 0, count);
  const isKeyedByCid = top.has(1230);
  const nameOf = (sid: number): string =>
    CFF_STANDARD_STRINGS[sid] ?? stringAt(font, strings, sid - CFF_STANDARD_STRINGS.length);
  const glyphNames = isKeyedByCid ? undefined : charset.map(nameOf);
  const byName = new Map(glyphNames?.map((name, glyph) => [name, glyph]));
  const byCid = new Map(charset.map((cid, glyph) => [cid, glyph]));
  const codes = isKeyedByCid ? undefined : readEncoding(font, top.get(16)?.[0] ?? 0, count);
  return {
    kind: 'CFF',
    count,
    widthOf: widths(font, top, glyphs, isKeyedByCid),
    glyphOfCid: (cid) => (isKeyedByCid ? byCid.get(cid) : cid < count ? cid : undefined),
    glyphOfName: (name) => byName.get(name),
    glyphOfCode: (code) => codes?.get(code),
    names: glyphNames?.slice(1),
    cids: isKeyedByCid ? charset : undefined,
    cmaps: new Map(),
  };
}

function stringAt(font: FontBytes, { starts }: Index, at: number): string {
  const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
  return String.fromCharCode(...font.bytes.subarray(from, Math.min(to, from + 200)));
}

/** Glyph to SID or CID; glyph 0 is .notdef (note 5176, 13). */
function readCharset(font: FontBytes, at: number, count: number): number[] {
  if (at <= 2) return Array.from({ length: count }, (_, glyph) => glyph);
  const format = font.u8(at);
  const ids = [0];
  if (format === 0)
    for (let glyph = 1; glyph < count; glyph += 1) ids.push(font.u16(at + 2 * glyph - 1));
  const size = format === 1 ? 3 : 4;
  for (let range = at + 1; format > 0 && ids.length < count && range < font.length; range += size) {
    const first = font.u16(range);
    const left = format === 1 ? font.u8(range + 2) : font.u16(range + 2);
    for (let step = 0; step <= left && ids.length < count; step += 1) ids.push(first + step);
  }
  return ids;
}

/** A code's glyph by the program's own encoding; undefined for the two that are predefined. */
function readEncoding(
  font: FontBytes,
  at: number,
  count: number,
): ReadonlyMap<number, number> | undefined {
  if (at <= 1) return undefined;
  const codes = new Map<number, number>();
  const format = font.u8(at) & 0x7f;
  const entries = font.u8(at + 1);
  let glyph = 1;
  for (let it = 0; it < entries; it += 1) {
    if (format === 0) codes.set(font.u8(at + 2 + it), glyph++);
    else
      for (let step = 0; step <= font.u8(at + 3 + 2 * it) && glyph < count; step += 1)
        codes.set(font.u8(at + 2 + 2 * it) + step, glyph++);
  }
  return codes;
}

/** Widths as charstrings give them: an odd number before the first operator, over a nominal width (note 5177, 3.1). */
function widths(font: FontBytes, top: Dict, glyphs: Index, isKeyedByCid: boolean) {
  const privates = isKeyedByCid ? fontDicts(font, top) : [top];
  const matrix = top.get(1207) ?? privates[0]?.get(1207);
  const scale = (matrix?.[0] ?? 0.001) * 1000;
  const numbers = privates.map((dict) => privateWidths(font, dict));
  const select = isKeyedByCid ? fdSelect(font, top.get(1237)?.[0] ?? 0) : () => 0;
  return (glyph: number): number | undefined => {
    const [from, to] = [glyphs.starts[glyph], glyphs.starts[glyph + 1]];
    const own = numbers[select(glyph)];
    if (from === undefined || to === undefined || own === undefined) return undefined;
    const extra = widthOperand(font, from, to);
    if (extra === undefined) return undefined;
    return (extra === 'usual' ? own.usual : own.nominal + extra) * scale;
  };
}

function fontDicts(font: FontBytes, top: Dict): readonly Dict[] {
  const { starts } = readIndex(font, top.get(1236)?.[0] ?? 0);
  return starts.slice(0, -1).map((from, at) => readDict(font, from, starts[at + 1] ?? from));
}

function privateWidths(font: FontBytes, dict: Dict) {
  const [size = 0, at = 0] = dict.get(18) ?? [];
  const own = readDict(font, at, at + size);
  return { usual: own.get(20)?.[0] ?? 0, nominal: own.get(21)?.[0] ?? 0 };
}

/** Which of several font dictionaries a glyph uses (note 5176, 19). */
function fdSelect(font: FontBytes, at: number): (glyph: number) => number {
  if (at === 0) return () => 0;
  if (font.u8(at) === 0) return (glyph) => font.u8(at + 1 + glyph);
  const ranges = font.u16(at + 1);
  return (glyph) => {
    let dict = 0;
    for (let it = 0; it < ranges && font.u16(at + 3 + 3 * it) <= glyph; it += 1)
      dict = font.u8(at + 5 + 3 * it);
    return dict;
  };
}

/** How many operands an operator takes without a width, for those that may come first. */
const TAKES: Readonly<Record<number, number | 'even'>> = {
  1: 'even',
  3: 'even',
  18: 'even',
  23: 'even',
  19: 'even',
  20: 'even',
  21: 2,
  4: 1,
  22: 1,
  14: 0,
};

function widthOperand(font: FontBytes, from: number, to: number): number | 'usual' | undefined {
  const stack: number[] = [];
  for (let at = from; at < to; ) {
    const byte = font.u8(at);
    if (byte >= 32 || byte === 28) {
      const [value, size] = readNumber(font, at);
      stack.push(value);
      at += size;
      continue;
    }
    const takes = TAKES[byte];
    // A subroutine before the first operator: its operands cannot be told apart here.
    if (takes === undefined) return undefined;
    const isEnd = byte === 14 && (stack.length === 0 || stack.length === 4);
    const hasWidth = takes === 'even' ? stack.length % 2 === 1 : stack.length > takes && !isEnd;
    return hasWidth ? (stack[0] ?? 0) : 'usual';
  }
  return undefined;
}
