import type { Origin } from '../compose/blocks.js';
import type { PanelItem, TextItem } from '../layout/laid-out.js';
import type { SetLine } from '../typeset/set-paragraph.js';
import { textWords } from './spoken.js';

/** A word that a page owes. */
export interface ExpectedWord {
  readonly text: string;
  readonly origin: Origin;
  /** Glyphs of its faces in visual order, left to right; a subset keeps their numbers. */
  readonly glyphs: readonly number[];
}

/** The words of items in painting order, each line's in the order in which they are read. */
export const expectedWords = (items: readonly PanelItem[]): readonly ExpectedWord[] =>
  items.flatMap((item) => (item.kind === 'text' ? wordsOfItem(item) : []));

const wordsOfItem = ({ text }: TextItem): readonly ExpectedWord[] =>
  text.lines.flatMap((line) =>
    line.words.flatMap((word, at) =>
      textWords(word.text).map((part) => ({
        text: part,
        origin: word.origin,
        glyphs: glyphsOf(line, at),
      })),
    ),
  );

const glyphsOf = (line: SetLine, word: number): readonly number[] =>
  line.runs.flatMap(({ glyphs }) => glyphs.filter((it) => it.word === word).map(({ id }) => id));
