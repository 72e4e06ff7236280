import { WHITE_SPACE, withoutSteering } from './characters.js';
import type { LineRange } from './line-slice.js';
import type { PreparedParagraph } from './prepared-paragraph.js';

/** A word on a line by its place in the paragraph's text. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The words of a line in logical order, and for each character which word it belongs to (-1 for none). */
export function lineWords(
  { text }: PreparedParagraph,
  { start, end }: LineRange,
): { readonly words: readonly WordRange[]; readonly wordAt: (index: number) => number } {
  const words: WordRange[] = [];
  const numbers = new Int32Array(end - start).fill(-1);
  for (let at = start; at < end; ) {
    let until = at;
    while (until < end && !WHITE_SPACE.test(text[until] ?? '')) until += 1;
    const word = withoutSteering(text.slice(at, until));
    if (word !== '') {
      numbers.fill(words.length, at - start, until - start);
      words.push({ start: at, end: until, text: word });
    }
    at = Math.max(until, at + 1);
  }
  return { words, wordAt: (index) => numbers[index - start] ?? -1 };
}
