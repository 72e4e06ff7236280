import type { Shard } from '../batch/batch-options.js';

/** Reads `2/8`; gives what is wrong with it as a string. */
export function parseShard(text: string): Shard | string {
  const match = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text);
  const part = Number(match?.[1]);
  const of = Number(match?.[2]);
  return match && part <= of
    ? { part, of }
    : 'Write the part and the number of parts, such as 2/8.';
}
