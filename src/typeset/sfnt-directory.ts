/** Tables of a font by their tag, each a view into the file. */
export type SfntTables = ReadonlyMap<string, Uint8Array>;

/** Why a file's table of contents cannot be trusted. */
export type SfntFault =
  | { readonly kind: 'not-a-font' }
  | { readonly kind: 'web-font'; readonly name: 'WOFF' | 'WOFF2' }
  | { readonly kind: 'collection' }
  | { readonly kind: 'truncated'; readonly table: string; readonly needs: number }
  | { readonly kind: 'too-many-tables'; readonly count: number };

/** More tables than any font has: OpenType 1.9 lists fewer than 60 tags. */
const MOST_TABLES = 96;

/** Bytes of the header, and of each entry of the directory (OpenType, "Organization of an OpenType Font"). */
const HEADER = 12;
const ENTRY = 16;

/** First four bytes of TrueType (two spellings) and of OpenType/CFF. */
const FONTS: readonly string[] = ['\0\u0001\0\0', 'true', 'OTTO'];

const tagAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

function notSfnt(signature: string): SfntFault | undefined {
  if (signature === 'wOFF') return { kind: 'web-font', name: 'WOFF' };
  if (signature === 'wOF2') return { kind: 'web-font', name: 'WOFF2' };
  if (signature === 'ttcf') return { kind: 'collection' };
  return FONTS.includes(signature) ? undefined : { kind: 'not-a-font' };
}

/**
 * The tables of a TrueType or OpenType file, or why there are none.
 *
 * Every table that is given lies wholly within the file, so that what reads them afterwards never
 * looks past its end.
 */
export function readSfntDirectory(bytes: Uint8Array): SfntTables | SfntFault {
  const fault = notSfnt(tagAt(bytes, 0));
  if (fault !== undefined) return fault;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER) return { kind: 'truncated', table: 'directory', needs: HEADER };
  const count = view.getUint16(4);
  if (count > MOST_TABLES) return { kind: 'too-many-tables', count };
  const directory = HEADER + count * ENTRY;
  if (directory > bytes.length) return { kind: 'truncated', table: 'directory', needs: directory };
  const tables = new Map<string, Uint8Array>();
  for (let at = HEADER; at < directory; at += ENTRY) {
    const offset = view.getUint32(at + 8);
    const end = offset + view.getUint32(at + 12);
    if (end > bytes.length) return { kind: 'truncated', table: tagAt(bytes, at), needs: end };
    tables.set(tagAt(bytes, at), bytes.subarray(offset, end));
  }
  return tables;
}
