import { runningHash } from '../units/hash.js';
import { readPieces } from './read-pieces.js';

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
