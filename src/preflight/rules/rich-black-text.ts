import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { panelWords } from '../panel-text.js';
import { inkSum, platesOf } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPercent } from '../wording.js';

/** From this share of black an ink counts as black; GWG 2022, R0015. */
const BLACK_FROM = 0.85;

/** Most ink in black text; GWG 2022, R0015. */
const MOST_INK = 2.8;

/** Black text in four heavy inks: one plate out of place, and the letters get coloured edges. */
export const richBlackText: Rule = {
  id: 'R0015',
  source: 'GWG 2022, warning',
  check: ({ panel, profile }) =>
    [...grouped(panelWords(panel), ({ style }) => style.ink.token).values()].flatMap(([first]) => {
      if (first === undefined) return [];
      const { words, place } = first;
      const { ink } = first.style;
      const plates = platesOf(ink, profile);
      const sum = inkSum(plates);
      if ((plates.get('black') ?? 0) < BLACK_FROM || sum <= MOST_INK) return [];
      return [
        finding(
          'preflight/R0015',
          place,
          `${quoted(words)} is printed in black with ${inPercent(sum)} of ink; the most for text is ${inPercent(MOST_INK)}`,
          'print it in black ink alone',
          { sentence: words },
        ),
      ];
    }),
};
