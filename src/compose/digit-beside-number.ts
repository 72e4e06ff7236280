import { digitsIn, isBetweenDigits } from './digits-in-a-row.js';
import type { CopySpan } from './parse-copy.js';

/** References that print a number to call or to text. */
const NUMBER = /^(?:contact\.[a-z0-9-]+\.(?:phone|text)|network\.code\.[a-z0-9-]+)$/;

/** A full stop or a bracket ends a number for a reader; a space, a hyphen or a slash does not. */
const ENDS = /[.()[\]{}]/;

/** The reference to a number that has a digit of copy beside it: a reader would dial that too. */
export function digitBesideNumber(spans: readonly CopySpan[]): string | undefined {
  for (const [index, span] of spans.entries()) {
    if (span.kind !== 'reference' || !NUMBER.test(span.path)) continue;
    const after = Array.from(textUpToReference(spans.slice(index + 1)));
    const before = Array.from(textAfterReference(spans.slice(0, index))).reverse();
    if (startsWithDigit(after) || startsWithDigit(before)) return span.path;
  }
  return undefined;
}

function startsWithDigit(letters: readonly string[]): boolean {
  const first = letters.find((it) => ENDS.test(it) || !isBetweenDigits(it));
  return first !== undefined && digitsIn(first) > 0;
}

const isReference = ({ kind }: CopySpan): boolean => kind === 'reference';

const wordsOf = (spans: readonly CopySpan[]): string =>
  spans.map((it) => (it.kind === 'text' ? it.text : '')).join('');

function textUpToReference(spans: readonly CopySpan[]): string {
  const end = spans.findIndex(isReference);
  return wordsOf(end < 0 ? spans : spans.slice(0, end));
}

const textAfterReference = (spans: readonly CopySpan[]): string =>
  wordsOf(spans.slice(spans.findLastIndex(isReference) + 1));
