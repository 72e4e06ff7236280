import { FontBytes, type FontProgram } from './font-program.js';

/** Most tables that are looked at: a font has about twenty. */
const MOST_TABLES = 200;
/** Most segments of a cmap that are looked at. */
const MOST_SEGMENTS = 20_000;

/** Reads a TrueType program: how many glyphs, their widths, its cmaps (OpenType: head, hhea, hmtx, maxp, cmap). */
export function readTrueType(bytes: Uint8Array): FontProgram | undefined {
  const font = new FontBytes(bytes);
  const tables = new Map<string, number>();
  const count = Math.min(font.u16(4), MOST_TABLES);
  for (let at = 0; at < count; at += 1)
    tables.set(font.tag(12 + 16 * at), font.u32(12 + 16 * at + 8));
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((it) => tables.get(it));
  if (head === undefined || maxp === undefined) return undefined;
  const units = font.u16(head + 18) || 1000;
  const metrics = hhea === undefined ? 0 : font.u16(hhea + 34);
  const glyphs = font.u16(maxp + 4);
  const widthOf = (glyph: number): number | undefined => {
    if (hmtx === undefined || metrics === 0 || glyph >= glyphs) return undefined;
    return (font.u16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / units;
  };
  return {
    kind: 'TrueType',
    count: glyphs,
    widthOf,
    glyphOfCid: (cid) => cid,
    glyphOfName: () => undefined,
    glyphOfCode: () => undefined,
    names: undefined,
    cids: undefined,
    cmaps: readCmaps(font, tables.get('cmap')),
  };
}

function readCmaps(
  font: FontBytes,
  cmap: number | undefined,
): ReadonlyMap<string, (code: number) => number> {
  const maps = new Map<string, (code: number) => number>();
  if (cmap === undefined) return maps;
  const count = Math.min(font.u16(cmap + 2), MOST_TABLES);
  for (let at = 0; at < count; at += 1) {
    const record = cmap + 4 + 8 * at;
    const name = `${font.u16(record)},${font.u16(record + 2)}`;
    maps.set(name, lookupOf(font, cmap + font.u32(record + 4)));
  }
  return maps;
}

/** How a cmap subtable finds a glyph: formats 0, 4, 6 and 12; 0 is the glyph for what is missing. */
function lookupOf(font: FontBytes, at: number): (code: number) => number {
  const format = font.u16(at);
  if (format === 0) return (code) => (code < 256 ? font.u8(at + 6 + code) : 0);
  if (format === 4) return (code) => segmentLookup(font, at, code);
  if (format === 6)
    return (code) => {
      const step = code - font.u16(at + 6);
      return step >= 0 && step < font.u16(at + 8) ? font.u16(at + 10 + 2 * step) : 0;
    };
  if (format === 12) return (code) => groupLookup(font, at, code);
  return () => 0;
}

function segmentLookup(font: FontBytes, at: number, code: number): number {
  const segments = Math.min(font.u16(at + 6) >> 1, MOST_SEGMENTS);
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  for (let it = 0; it < segments; it += 1) {
    if (code > font.u16(ends + 2 * it)) continue;
    const start = font.u16(starts + 2 * it);
    if (code < start) return 0;
    const delta = font.u16(starts + 2 * segments + 2 * it);
    const rangeAt = starts + 4 * segments + 2 * it;
    const range = font.u16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = font.u16(rangeAt + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function groupLookup(font: FontBytes, at: number, code: number): number {
  const groups = Math.min(font.u32(at + 12), MOST_SEGMENTS);
  for (let it = 0; it < groups; it += 1) {
    const group = at + 16 + 12 * it;
    const start = font.u32(group);
    if (code >= start && code <= font.u32(group + 4)) return font.u32(group + 8) + code - start;
  }
  return 0;
}
