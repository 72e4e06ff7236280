import type { Face } from '../typeset/face.js';
import { sha256Hex } from '../units/hash.js';

const known = new WeakMap<Face, string>();

/** A name for what a face's file holds, and not for where it lies: two files of one name are two faces. */
export function faceHash(face: Face): string {
  const hash = known.get(face) ?? sha256Hex(face.bytes);
  known.set(face, hash);
  return hash;
}
