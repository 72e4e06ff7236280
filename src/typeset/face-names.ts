import type { SfntTables } from './sfnt-directory.js';

/** Name ids (OpenType, name): family, PostScript name, typographic family. */
const FAMILY = 1;
const POSTSCRIPT = 6;
const TYPOGRAPHIC_FAMILY = 16;

/** Bytes of the table's header and of each record. */
const HEADER = 6;
const RECORD = 12;

/** Windows and Unicode names are UTF-16, Macintosh names one byte a letter. */
const MACINTOSH = 1;

function decode(bytes: Uint8Array, platform: number): string {
  let text = '';
  if (platform === MACINTOSH) return String.fromCharCode(...bytes);
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return text;
}

function readNames(table: Uint8Array): Map<number, string> {
  const names = new Map<number, string>();
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  if (table.length < HEADER) return names;
  const strings = view.getUint16(4);
  const end = Math.min(HEADER + view.getUint16(2) * RECORD, table.length - RECORD + 1);
  for (let at = HEADER; at < end; at += RECORD) {
    const from = strings + view.getUint16(at + 10);
    const bytes = table.subarray(from, from + view.getUint16(at + 8));
    const id = view.getUint16(at + 6);
    if (!names.has(id)) names.set(id, decode(bytes, view.getUint16(at)));
  }
  return names;
}

/** A PostScript name may hold printable ASCII without brackets, braces, slash and percent, 63 letters at most (OpenType, name id 6). */
const asPostScript = (name: string): string =>
  name.replaceAll(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, 63);

const fileName = (file: string): string => (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '');

/** The names that a PDF gives a face; taken from the file's own name where the font has none. */
export function readFaceNames(
  tables: SfntTables,
  file: string,
): { readonly postScriptName: string; readonly familyName: string } {
  const names = readNames(tables.get('name') ?? new Uint8Array());
  const postScriptName = asPostScript(names.get(POSTSCRIPT) ?? '') || asPostScript(fileName(file));
  return {
    postScriptName: postScriptName || 'Face',
    familyName: names.get(TYPOGRAPHIC_FAMILY) ?? names.get(FAMILY) ?? fileName(file),
  };
}
