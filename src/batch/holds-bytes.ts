import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What stands under a name, held against what should. */
export type Standing = 'same' | 'other' | 'missing';

/** Room to read one file into; it grows with the largest. */
let room = Buffer.allocUnsafe(256 * 1024);

/** Whether a file on the disk holds exactly these bytes: read and compared, whatever its name and date say. */
export function holdsBytes(path: string, parts: readonly Uint8Array[]): Standing {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return 'missing';
  }
  try {
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    if (fstatSync(file).size !== size || !readAll(file, size)) return 'other';
    return isSame(parts) ? 'same' : 'other';
  } catch {
    // A folder of this name, or a disk that cannot read it: writing the file anew will tell.
    return 'other';
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, size: number): boolean {
  if (room.length < size) room = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const read = readSync(file, room, at, size - at, at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}

function isSame(parts: readonly Uint8Array[]): boolean {
  let at = 0;
  return parts.every((part) => {
    const from = at;
    at += part.length;
    return room.compare(part, 0, part.length, from, at) === 0;
  });
}
