import { createHash, type Hash, hash } from 'node:crypto';

/** SHA-256 as lower-case hex: how safeleaf names bytes. Pure: the same bytes, the same name. */
export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex');

/** SHA-256 of parts that lie behind each other, as lower-case hex. */
export function hashOfParts(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** SHA-256 of what comes piece by piece; `digest('hex')` ends it. */
export const runningHash = (): Hash => createHash('sha256');

/** SHA-256 of what many files begin with, read once: each file adds only its own end. */
export class HashedStart {
  readonly #start: Hash = createHash('sha256');

  constructor(parts: readonly Uint8Array[]) {
    for (const part of parts) this.#start.update(part);
  }

  /** Of the whole file, as lower-case hex. */
  with(end: Uint8Array): string {
    return this.#start.copy().update(end).digest('hex');
  }
}
