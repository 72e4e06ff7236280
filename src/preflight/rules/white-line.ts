import { finding } from '../../diagnostics/finding.js';
import { fromPt } from '../../units/length.js';
import { drawnLines } from '../drawn-lines.js';
import { isBare } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least white line; GWG 2022, R0018, sheetfed. */
const LEAST = fromPt(0.25);

/** White lines so thin that ink closes them. */
export const whiteLine: Rule = {
  id: 'R0018',
  source: 'GWG 2022, SheetCMYK',
  check: ({ panel }) =>
    drawnLines(panel)
      .filter(({ ink, width }) => isBare(ink) && width < LEAST - 1e-4)
      .map(({ width, place }) =>
        finding(
          'preflight/R0018',
          place,
          `a white line is ${inPoints(width)} wide; the least is ${inPoints(LEAST)}`,
          `make it ${inPoints(LEAST)} or more`,
          { overMm: LEAST - width },
        ),
      ),
};
