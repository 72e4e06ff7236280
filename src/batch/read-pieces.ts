import { closeSync, openSync, readSync } from 'node:fs';

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
