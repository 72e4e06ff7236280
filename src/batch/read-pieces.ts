import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time. */
const PIECE = 1024 * 1024;

/** A file piece by piece, so that none is held whole. Throws what the system says. */
export function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    // Most files are far smaller than a piece; one that grows meanwhile is read on.
    const length = Math.min(PIECE, fstatSync(file).size + 1);
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(length);
      const read = readSync(file, piece, 0, length, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
