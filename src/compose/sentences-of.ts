import type { Unit } from '../sources/copy-deck.js';
import { parseCopy } from './parse-copy.js';

/** A sentence of copy. A number or address that it names counts as one word of one syllable. */
export interface Sentence {
  readonly unit: Unit;
  readonly text: string;
  readonly words: readonly string[];
  /** Where its paragraph or list entry starts in the unit's text. */
  readonly at: number;
  /** Whether it is a whole sentence: a heading or label has no end mark, and says nothing of how a text reads. */
  readonly isWhole: boolean;
}

/** What a reference is read as: something that is said, neither easy nor hard. */
const REFERENCE = '…';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const WORD = /…|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}])?/gu;

const ENDS = /[.?!][”’)\s]*$/;

/** The sentences of a unit, those of each paragraph and list entry on their own (UAX 29). */
export function sentencesOf(unit: Unit): readonly Sentence[] {
  return parseCopy(unit.text)
    .blocks.flatMap(({ items }) => items)
    .flatMap((spans) => {
      const text = spans.map((it) => (it.kind === 'text' ? it.text : REFERENCE)).join('');
      const at = spans[0]?.at ?? 0;
      return Array.from(segmenter.segment(text), ({ segment }): Sentence => {
        const sentence = segment.trim();
        const words = sentence.match(WORD) ?? [];
        return { unit, text: sentence, words, at, isWhole: ENDS.test(sentence) };
      });
    })
    .filter(({ words }) => words.length > 0);
}
