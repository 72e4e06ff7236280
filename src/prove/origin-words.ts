import type { Origin } from '../compose/blocks.js';
import type { WordPart } from '../typeset/set-paragraph.js';
import type { OwedItem } from './owed-form.js';

/** The words of items by where their letters come from: a word of copy and a value is two. */
export const originWords = (items: readonly OwedItem[]): readonly WordPart[] =>
  items.flatMap((item) =>
    item.kind === 'text'
      ? item.text.lines.flatMap(({ words }) => words.flatMap(({ parts }) => joined(parts)))
      : [],
  );

/** Digits that touch are one number to a reader: if copy holds any of them, all of it counts as copy. */
function joined(parts: readonly WordPart[]): readonly WordPart[] {
  const words: WordPart[] = [];
  for (const part of parts) {
    const last = words.at(-1);
    if (last === undefined || !touches(last, part)) words.push(part);
    else words[words.length - 1] = { text: last.text + part.text, origin: copyOf(last, part) };
  }
  return words;
}

const touches = (before: WordPart, after: WordPart): boolean =>
  /\p{Nd}$/u.test(before.text) && /^\p{Nd}/u.test(after.text);

const copyOf = (a: WordPart, b: WordPart): Origin =>
  b.origin.kind === 'unit' ? b.origin : a.origin.kind === 'unit' ? a.origin : b.origin;
