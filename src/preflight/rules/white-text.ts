import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { fromPt } from '../../units/length.js';
import { variantOf } from '../gwg-variant.js';
import { panelWords } from '../panel-text.js';
import { isBare } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least white type on a printed ground, pt; GWG 2022, R0016. */
const LEAST = { sheet: 8, label: 5 } as const;

/** White letters so small that ink runs into them. GWG gives the size; that it stops print is ours. */
export const whiteText: Rule = {
  id: 'R0016',
  source: 'GWG 2022, SheetCMYK and Label & Leaflet',
  check: ({ panel, form, profile }) => {
    const least = fromPt(LEAST[variantOf(form, profile).product]);
    return [
      ...grouped(
        panelWords(panel).filter(({ style }) => isBare(style.ink) && style.size < least - 1e-3),
        ({ style }) => String(style.size),
      ).values(),
    ].flatMap(([first]) => {
      if (first === undefined) return [];
      const { words, style, place } = first;
      return [
        finding(
          'preflight/R0016',
          place,
          `${quoted(words)} is white and set in ${inPoints(style.size)}; the least is ${inPoints(least)}`,
          `set it in ${inPoints(least)} or more, or print it dark on a light ground`,
          { sentence: words, overMm: least - style.size },
        ),
      ];
    });
  },
};
