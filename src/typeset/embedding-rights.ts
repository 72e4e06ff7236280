import type { SfntTables } from './sfnt-directory.js';

/** Bits of `fsType` (OpenType, OS/2): 1 restricted, 2 preview and print, 3 editable; 8 no subsetting; 9 bitmaps only. */
const USAGE = 0x000e;
const RESTRICTED = 0x0002;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

/** Where `fsType` stands in the table. */
const FS_TYPE = 8;

/**
 * What a font's licence bits forbid of what a PDF must do, in words; nothing where it may be embedded.
 *
 * Where several usage bits are set, the least strict holds, as the standard says of older tables.
 */
export function embeddingForbidden(tables: SfntTables): string | undefined {
  const os2 = tables.get('OS/2');
  if (os2 === undefined || os2.length < FS_TYPE + 2) return undefined;
  const fsType = ((os2[FS_TYPE] ?? 0) << 8) | (os2[FS_TYPE + 1] ?? 0);
  if ((fsType & USAGE) === RESTRICTED) return 'embedding it in any file';
  if ((fsType & BITMAPS_ONLY) !== 0) return 'embedding its outlines';
  if ((fsType & NO_SUBSETTING) !== 0) return 'embedding only the letters that are used';
  return undefined;
}
