import { createHash } from 'node:crypto';

/** What an entry begins with; another layout of entries gets another number. */
const MARK = Buffer.from('safeleaf kept 1\n', 'latin1');

/** Bytes of a SHA-256. */
const HASH = 32;

const HEAD = MARK.length + 2 * HASH;

/** What an entry is found by: SHA-256 of who made it, its kind and its key, as lower-case hex. */
export const addressOf = (maker: string, kind: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([maker, kind, key]))
    .digest('hex');

/** What stands before the kept bytes in an entry: a mark, its address, and the hash of address and bytes. */
export function entryHead(address: string, parts: readonly Uint8Array[]): Uint8Array {
  const name = Buffer.from(address, 'hex');
  const hash = createHash('sha256').update(name);
  for (const part of parts) hash.update(part);
  return Buffer.concat([MARK, name, hash.digest()]);
}

/** The kept bytes of an entry; undefined where it is cut, torn, or another's. */
export function bytesOfEntry(entry: Uint8Array, address: string): Uint8Array | undefined {
  if (entry.length < HEAD) return undefined;
  const bytes = entry.subarray(HEAD);
  const isWhole = Buffer.compare(entry.subarray(0, HEAD), entryHead(address, [bytes])) === 0;
  return isWhole ? bytes : undefined;
}
