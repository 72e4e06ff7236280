import { finding } from '../../diagnostics/finding.js';
import { quoted, wordsOf } from '../../layout/sentence.js';
import { textItems } from '../panel-text.js';
import type { Rule } from '../rule.js';

/** What nobody sees, mm. */
const LEVEL = 0.05;

/** Lines that stand off the baseline grid which the template asks for. */
export const baselineGrid: Rule = {
  id: 'LF-BASELINE-GRID',
  source: 'the template',
  check: ({ panel }) =>
    textItems(panel.items).flatMap(({ text, y, place, role }) => {
      // A bullet or number stands level with its entry.
      const grid = role === 'marker' ? undefined : text.paragraph.grid;
      const first = text.lines[0];
      if (grid === undefined || first === undefined) return [];
      const steps = (y + first.baseline) / grid;
      const off = Math.abs(steps - Math.round(steps)) * grid;
      if (off <= LEVEL) return [];
      const words = wordsOf(text.paragraph);
      return finding(
        'preflight/baseline-grid',
        place,
        `${quoted(words)} stands ${off.toFixed(2)} mm off the grid of ${grid.toFixed(2)} mm`,
        'let its box move: take out a fixed height or place, or write "baseline-grid: none" for it',
        { sentence: words },
      );
    }),
};
