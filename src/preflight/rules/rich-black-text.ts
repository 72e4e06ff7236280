import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { panelWords } from '../panel-text.js';
import { inkSum, platesOf } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPercent } from '../wording.js';

/** From this share of black an ink counts as black; GWG 2022, R0015. */
const BLACK_FROM = 0.85;

/** Text as black as this has no other plate; GWG 2022 warns where all inks together are over 280 %. Ours, the stricter. */
const OTHER_PLATES = 0;

/** Black text in four heavy inks: one plate out of place, and the letters get coloured edges. */
export const richBlackText: Rule = {
  id: 'R0015',
  source: 'GWG 2022, warning; ours: no other plate, error',
  check: ({ panel, profile }) =>
    [...grouped(panelWords(panel), ({ style }) => style.ink.token).values()].flatMap(([first]) => {
      if (first === undefined) return [];
      const { words, place } = first;
      const { ink } = first.style;
      const plates = platesOf(ink, profile);
      const black = plates.get('black') ?? 0;
      if (black < BLACK_FROM || inkSum(plates) - black <= OTHER_PLATES) return [];
      return [
        finding(
          'preflight/R0015',
          place,
          `${quoted(words)} is printed in ${inPercent(black)} black on ${plates.size} plates; black text has one`,
          'print it in black ink alone',
          { sentence: words },
        ),
      ];
    }),
};
