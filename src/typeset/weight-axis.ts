import type { SfntTables } from './sfnt-directory.js';

/** How a font varies in weight: not at all (`fixed`), in other ways only (`none`), or between two weights. */
export type WeightAxis = 'fixed' | 'none' | { readonly least: number; readonly most: number };

/** Bytes of the header of `fvar` (OpenType, fvar). */
const HEADER = 16;

/** The weights that a variable font can be pinned to, from its `fvar` table. */
export function weightAxis(tables: SfntTables): WeightAxis {
  const fvar = tables.get('fvar');
  if (fvar === undefined || fvar.length < HEADER) return 'fixed';
  const view = new DataView(fvar.buffer, fvar.byteOffset, fvar.byteLength);
  const [first, count, size] = [view.getUint16(4), view.getUint16(8), view.getUint16(10)];
  for (let at = first; at < first + count * size && at + 20 <= fvar.length; at += size) {
    if (String.fromCharCode(...fvar.subarray(at, at + 4)) !== 'wght') continue;
    // 16.16 fixed numbers: least, default, most.
    return { least: view.getInt32(at + 4) / 0x10000, most: view.getInt32(at + 12) / 0x10000 };
  }
  return 'none';
}
