import { finding } from '../../diagnostics/finding.js';
import { fromPt } from '../../units/length.js';
import { drawnLines } from '../drawn-lines.js';
import { platesOf } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** The least line in more than one ink; GWG 2022, R0019, sheetfed. */
const LEAST = fromPt(0.25);

/** Thin lines in more inks than one, which plates cannot hit. */
export const lineInks: Rule = {
  id: 'R0019',
  source: 'GWG 2022, SheetCMYK',
  check: ({ panel, profile }) =>
    drawnLines(panel)
      .filter(({ ink, width }) => width < LEAST - 1e-4 && platesOf(ink, profile).size > 1)
      .map(({ ink, width, place }) =>
        finding(
          'preflight/R0019',
          place,
          `a line in "${ink.token}" is ${inPoints(width)} wide and in ${platesOf(ink, profile).size} inks; the least is ${inPoints(LEAST)}`,
          `make it ${inPoints(LEAST)} or more, or print it in one ink`,
          { overMm: LEAST - width },
        ),
      ),
};
