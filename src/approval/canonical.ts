import canonicalize from 'canonicalize';
import { sha256Hex } from '../units/hash.js';

/** The one way to write a value as JSON (RFC 8785), so that the same words always hash and sign alike. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value that JSON cannot hold was to be signed');
  return text;
}

/** SHA-256 of a value's canonical JSON, hex. */
export const digestOf = (value: unknown): string => sha256Hex(canonicalJson(value));
