import { closeSync, openSync, readSync } from 'node:fs';
import { runningHash } from '../units/hash.js';

/** Bytes that are read at a time: no file is held as a whole, however many leaflets it has. Our choice. */
const PIECE = 1024 * 1024;

/** SHA-256 of a file as it lies on the disk, lower-case hex; undefined where it cannot be read. */
export function fileHash(path: string): string | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      return hashOf(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function hashOf(file: number): string {
  const hash = runningHash();
  const piece = Buffer.allocUnsafe(PIECE);
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
    hash.update(piece.subarray(0, read));
  return hash.digest('hex');
}
