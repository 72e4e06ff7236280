import type { Kept } from '../cache/store.js';
import type { StandingData } from '../pdf/standing-data.js';

/** Bytes of the number that says how long the head is. */
const LENGTH = 4;

/** A form's standing file as one entry of the cache: a head of JSON, then its parts. */
export function standingEntry({ parts, offsets, ...facts }: StandingData): Kept {
  const lengths = parts.map(({ length }) => length);
  const head = Buffer.from(JSON.stringify({ ...facts, lengths, offsets: [...offsets] }));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(head.length);
  return [length, head, ...parts];
}

/** The same as it was. The entry is whole: the cache has held it against its hash. */
export function standingOfEntry(entry: Uint8Array): StandingData {
  const bytes = Buffer.from(entry.buffer, entry.byteOffset, entry.length);
  let at = LENGTH + bytes.readUInt32LE(0);
  const { lengths, offsets, ...facts } = JSON.parse(bytes.toString('utf8', LENGTH, at));
  const parts = (lengths as readonly number[]).map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
  return { ...facts, parts, offsets: Float64Array.from(offsets) };
}
