import type { Kept } from '../cache/store.js';

/** Bytes, and what is to be known of them as plain data, put together for a store. */
export function withBytes(known: unknown, bytes: Uint8Array): Kept {
  const text = Buffer.from(JSON.stringify(known), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return [length, text, bytes];
}

/** Takes apart what `withBytes` put together; a store gives back nothing else. */
export function knownAndBytes<T>(entry: Uint8Array): readonly [known: T, bytes: Uint8Array] {
  const all = Buffer.from(entry.buffer, entry.byteOffset, entry.length);
  const end = 4 + all.readUInt32LE(0);
  return [JSON.parse(all.toString('utf8', 4, end)) as T, entry.subarray(end)];
}
