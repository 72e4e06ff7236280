import { closeSync, openSync, readSync } from 'node:fs';
import { runningHash } from '../units/hash.js';

/** Bytes read at a time. */
const PIECE = 1024 * 1024;

/** A file piece by piece, so that none is held whole. Throws what the system says. */
export function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE);
      const read = readSync(file, piece, 0, PIECE, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** A file's SHA-256 and length; undefined where it cannot be read. */
export function fileHash(
  path: string,
): { readonly sha256: string; readonly bytes: number } | undefined {
  const hash = runningHash();
  let bytes = 0;
  try {
    for (const piece of readPieces(path)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return undefined;
  }
  return { sha256: hash.digest('hex'), bytes };
}
