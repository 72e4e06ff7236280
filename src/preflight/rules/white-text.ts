import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { fromPt } from '../../units/length.js';
import { panelWords } from '../panel-text.js';
import { isBare } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least white type on a printed ground; GWG 2022, R0016, sheetfed. */
const LEAST = fromPt(8);

/** White letters so small that ink runs into them. GWG gives the size; that it stops print is ours. */
export const whiteText: Rule = {
  id: 'R0016',
  source: 'GWG 2022, SheetCMYK',
  check: ({ panel }) =>
    [
      ...grouped(
        panelWords(panel).filter(({ style }) => isBare(style.ink) && style.size < LEAST - 1e-3),
        ({ style }) => String(style.size),
      ).values(),
    ].flatMap(([first]) => {
      if (first === undefined) return [];
      const { words, style, place } = first;
      return [
        finding(
          'preflight/R0016',
          place,
          `${quoted(words)} is white and set in ${inPoints(style.size)}; the least is ${inPoints(LEAST)}`,
          `set it in ${inPoints(LEAST)} or more, or print it dark on a light ground`,
          { sentence: words, overMm: LEAST - style.size },
        ),
      ];
    }),
};
