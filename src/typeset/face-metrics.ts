import type { Face } from './face.js';
import type { SfntTables } from './sfnt-directory.js';

/** What is read from the tables of a font without HarfBuzz; font units. */
export type FaceMetrics = Pick<Face, 'unitsPerEm' | 'glyphCount' | 'italicAngle' | 'bbox'> & {
  readonly capHeight: number | undefined;
  readonly xHeight: number | undefined;
  readonly ascender: number;
  readonly descender: number;
};

/** The OS/2 table tells capital and x-height from this version on (OpenType, OS/2). */
const OS2_WITH_HEIGHTS = 2;

const viewOf = (bytes: Uint8Array | undefined, least: number): DataView | undefined =>
  bytes === undefined || bytes.length < least
    ? undefined
    : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The measures of a face from its `head`, `hhea`, `maxp`, `OS/2` and `post` tables; the name of the table that is too short for them. */
export function readFaceMetrics(tables: SfntTables): FaceMetrics | string {
  const head = viewOf(tables.get('head'), 54);
  const hhea = viewOf(tables.get('hhea'), 36);
  const maxp = viewOf(tables.get('maxp'), 6);
  if (head === undefined) return 'head';
  if (hhea === undefined) return 'hhea';
  if (maxp === undefined) return 'maxp';
  const os2 = viewOf(tables.get('OS/2'), 90);
  const heights = os2 !== undefined && os2.getUint16(0) >= OS2_WITH_HEIGHTS ? os2 : undefined;
  return {
    unitsPerEm: head.getUint16(18),
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    glyphCount: maxp.getUint16(4),
    // A 16.16 fixed number (OpenType, post).
    italicAngle: (viewOf(tables.get('post'), 32)?.getInt32(4) ?? 0) / 0x10000,
    xHeight: heights?.getInt16(86),
    capHeight: heights?.getInt16(88),
  };
}
