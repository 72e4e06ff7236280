import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What stands under a name, held against what should. */
export type Held = 'same' | 'other' | 'missing';

/** The same, and against what earlier runs listed under it: nothing, or other bytes than this run would write. */
export type Standing = Held | 'new' | 'changed';

/** What stands where a file is to go. `earlier`: the hash that an earlier run listed for it; undefined where none did. */
export function standingOf(
  path: string,
  { sha256, parts }: { readonly sha256: string; readonly parts: readonly Uint8Array[] },
  earlier: string | undefined,
): Standing {
  if (earlier === undefined) return 'new';
  return earlier === sha256 ? holdsBytes(path, parts) : 'changed';
}

/** Room to read one file into; it grows with the largest. */
let room = Buffer.allocUnsafe(256 * 1024);

/** Whether a file on the disk holds exactly these bytes: read and compared, whatever its name and date say. */
export function holdsBytes(path: string, parts: readonly Uint8Array[]): Held {
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
