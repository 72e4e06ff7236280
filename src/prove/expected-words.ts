import type { OwedItem, OwedLine, OwedText } from './owed-form.js';
import { textWords } from './spoken.js';

/** A word that a page owes. */
export interface ExpectedWord {
  readonly text: string;
  /** Glyphs of its faces in visual order, left to right; a subset keeps their numbers. */
  readonly glyphs: readonly number[];
  /**
   * The same where a no-break space parts what was set as one word and the file says each glyph's own letters: those
   * of this part alone. A file that says the word as a whole has all its glyphs for each part.
   */
  readonly ownGlyphs: readonly number[];
}

/** The words of items in painting order, each line's in the order in which they are read. */
export const expectedWords = (items: readonly OwedItem[]): readonly ExpectedWord[] =>
  items.flatMap((item) => (item.kind === 'text' ? wordsOfItem(item) : []));

const wordsOfItem = ({ text }: OwedText): readonly ExpectedWord[] =>
  text.lines.flatMap((line) =>
    line.words.flatMap((word, at) =>
      textWords(word.text).map((part, nth, parts) => {
        const glyphs = glyphsOf(line, at);
        const own = parts.length > 1 ? (glyphsOfParts(line, at)[nth] ?? []) : glyphs;
        return { text: part, glyphs, ownGlyphs: own };
      }),
    ),
  );

/** A word's glyphs between its no-break spaces, in the order in which they are read. */
function glyphsOfParts(line: OwedLine, word: number): readonly (readonly number[])[] {
  const parts: number[][] = [[]];
  const own = line.runs.filter(({ glyphs }) => glyphs.some((it) => it.word === word));
  for (const it of own.flatMap(({ glyphs }) => glyphs.filter((glyph) => glyph.word === word)))
    if (/^\s+$/u.test(it.text)) parts.push([]);
    else parts.at(-1)?.push(it.id);
  return own[0]?.direction === 'rtl' ? parts.reverse() : parts;
}

const glyphsOf = (line: OwedLine, word: number): readonly number[] =>
  line.runs.flatMap(({ glyphs }) => glyphs.filter((it) => it.word === word).map(({ id }) => id));
