import { finding } from '../../diagnostics/finding.js';
import { fromPt } from '../../units/length.js';
import { drawnLines } from '../drawn-lines.js';
import { variantOf } from '../gwg-variant.js';
import { isBare } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least white line, pt; GWG 2022, R0018. */
const LEAST = { sheet: 0.25, label: 0.3 } as const;

/** White lines so thin that ink closes them. */
export const whiteLine: Rule = {
  id: 'R0018',
  source: 'GWG 2022, SheetCMYK and Label & Leaflet',
  check: ({ panel, form, profile }) => {
    const least = fromPt(LEAST[variantOf(form, profile).product]);
    return drawnLines(panel)
      .filter(({ ink, width }) => isBare(ink) && width < least - 1e-4)
      .map(({ width, place }) =>
        finding(
          'preflight/R0018',
          place,
          `a white line is ${inPoints(width)} wide; the least is ${inPoints(least)}`,
          `make it ${inPoints(least)} or more`,
          { overMm: least - width },
        ),
      );
  },
};
