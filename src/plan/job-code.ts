import { sha256Hex } from '../units/hash.js';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or off creased paper is read right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a code: 40 bits, so two of a million leaflets meet by chance once in a few runs; `nth` parts them. */
const LENGTH = 8;

/** Hex digits that hold as much. */
const HEX_DIGITS = (LENGTH * 5) / 4;

/**
 * The code that is printed on a leaflet and leads back to what it was made from: `SL-7K3M-Q4RD`.
 * The same identity gives the same code in every run; `nth` is raised when two identities meet.
 */
export function jobCode(identity: readonly string[], nth = 0): string {
  const digest = sha256Hex(JSON.stringify([...identity, nth]));
  let left = Number.parseInt(digest.slice(-HEX_DIGITS), 16);
  let letters = '';
  for (let at = 0; at < LENGTH; at += 1) {
    letters += ALPHABET[left % ALPHABET.length] ?? '0';
    left = Math.floor(left / ALPHABET.length);
  }
  return `SL-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
