import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The lines of one of Unicode's own test files, without its comments. */
export function linesOf(name: string): string[] {
  const packed = readFileSync(new URL(`${name}.txt.gz`, import.meta.url));
  return gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** Hexadecimal code points, such as `05D0 2680`, as text. */
export const textOf = (codePoints: string): string =>
  codePoints
    .trim()
    .split(/\s+/)
    .map((it) => String.fromCodePoint(Number.parseInt(it, 16)))
    .join('');
