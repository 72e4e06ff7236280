import { finding } from '../../diagnostics/finding.js';
import { fromPt } from '../../units/length.js';
import { drawnLines } from '../drawn-lines.js';
import { variantOf } from '../gwg-variant.js';
import { platesOf } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least line in more than one ink, pt; GWG 2022, R0019. */
const LEAST = { sheet: 0.25, label: 1.5 } as const;

/** Thin lines in more inks than one, which plates cannot hit. */
export const lineInks: Rule = {
  id: 'R0019',
  source: 'GWG 2022, SheetCMYK and Label & Leaflet',
  check: ({ panel, form, profile }) => {
    const least = fromPt(LEAST[variantOf(form, profile).product]);
    return drawnLines(panel)
      .filter(({ ink, width }) => width < least - 1e-4 && platesOf(ink, profile).size > 1)
      .map(({ ink, width, place }) =>
        finding(
          'preflight/R0019',
          place,
          `a line in "${ink.token}" is ${inPoints(width)} wide and in ${platesOf(ink, profile).size} inks; the least is ${inPoints(least)}`,
          `make it ${inPoints(least)} or more, or print it in one ink`,
          { overMm: least - width },
        ),
      );
  },
};
