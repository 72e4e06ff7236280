import { finding } from '../../diagnostics/finding.js';
import { quoted, wordsOf } from '../../layout/sentence.js';
import { textItems } from '../panel-text.js';
import type { Rule } from '../rule.js';

/** The most characters a line: beyond it eyes lose the way back to the next line (Bringhurst, 45 to 75). */
const MOST_CHARACTERS = 65;

/** Lines too long to be read with ease. */
export const lineLength: Rule = {
  id: 'LF-LINE-LENGTH',
  source: 'typographers’ habit',
  check: ({ panel }) =>
    textItems(panel.items)
      .filter(({ text, role }) => role !== 'small' && text.longestLine > MOST_CHARACTERS)
      .map(({ text, place }) => {
        const words = wordsOf(text.paragraph);
        return finding(
          'preflight/line-length',
          text.paragraph.runs[0]?.place ?? place,
          `${quoted(words)} has a line of ${text.longestLine} characters; the most is ${MOST_CHARACTERS}`,
          'make its box narrower, or its type larger',
          { sentence: words },
        );
      }),
};
