import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { fromPt } from '../../units/length.js';
import { variantOf } from '../gwg-variant.js';
import { panelWords } from '../panel-text.js';
import { platesOf } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least type in more than one ink, pt; GWG 2022, R0017. */
const LEAST = { sheet: 8, label: 14 } as const;

/** Small letters in more inks than one: plates never meet so exactly. GWG gives the size; that it stops print is ours. */
export const textInks: Rule = {
  id: 'R0017',
  source: 'GWG 2022, SheetCMYK and Label & Leaflet',
  check: ({ panel, form, profile }) => {
    const least = fromPt(LEAST[variantOf(form, profile).product]);
    return [
      ...grouped(
        panelWords(panel).filter(
          ({ style }) => style.size < least - 1e-3 && platesOf(style.ink, profile).size > 1,
        ),
        ({ style }) => `${style.ink.token} ${style.size}`,
      ).values(),
    ].flatMap(([first]) => {
      if (first === undefined) return [];
      const { words, style, place } = first;
      const inks = platesOf(style.ink, profile).size;
      return [
        finding(
          'preflight/R0017',
          place,
          `${quoted(words)} is set in ${inPoints(style.size)} and in ${inks} inks; the least for more than one ink is ${inPoints(least)}`,
          'print it in one ink, such as black, or set it larger',
          { sentence: words, overMm: least - style.size },
        ),
      ];
    });
  },
};
