import type { Shard } from '../batch/batch-options.js';
import { shardOfArrayJob } from './array-job.js';

/** Reads `2/8`, or `auto` and `auto/8` in a job of an array; gives what is wrong with it as a sentence. */
export function parseShard(
  text: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Shard | string {
  const match = /^(auto|[1-9]\d{0,5})(?:\/([1-9]\d{0,5}))?$/.exec(text);
  const [, part, of] = match ?? [];
  if (part === 'auto') return shardOfArrayJob(env, of === undefined ? undefined : Number(of));
  return part !== undefined && of !== undefined && Number(part) <= Number(of)
    ? { part: Number(part), of: Number(of) }
    : 'Write the part and the number of parts, such as 2/8; in a job of an array, auto.';
}
