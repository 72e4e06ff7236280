import type { InlineRun } from '../compose/blocks.js';
import { WHITE_SPACE, withoutSteering } from '../typeset/characters.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';

/** A word of a set paragraph: where it stands, and the runs of copy that it is made of. */
export interface ReadWordRuns {
  readonly line: number;
  readonly word: number;
  readonly runs: readonly InlineRun[];
}

/** The words of a paragraph in reading order; most are of one run, "(0800" is of two. */
export function wordRuns({ paragraph, lines }: SetParagraph): readonly ReadWordRuns[] {
  const letters = paragraph.runs.flatMap((run) => [...run.text].map((letter) => ({ letter, run })));
  let at = 0;
  return lines.flatMap((line, lineIndex) =>
    line.words.map(({ text }, word): ReadWordRuns => {
      const runs = new Set<InlineRun>();
      for (const letter of text) {
        while (
          at < letters.length &&
          letters[at]?.letter !== letter &&
          isUnset(letters[at]?.letter)
        )
          at += 1;
        const found = letters[at];
        if (found?.letter !== letter)
          throw new Error(`the word "${text}" is not where its paragraph has it`);
        runs.add(found.run);
        at += 1;
      }
      return { line: lineIndex, word, runs: [...runs] };
    }),
  );
}

/** What stands between words, or steers setting, and is no part of a set word. */
const isUnset = (letter = ''): boolean =>
  WHITE_SPACE.test(letter) || withoutSteering(letter) === '';
