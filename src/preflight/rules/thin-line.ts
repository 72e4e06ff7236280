import { finding } from '../../diagnostics/finding.js';
import { fromPt } from '../../units/length.js';
import { drawnLines } from '../drawn-lines.js';
import { isBare } from '../plates.js';
import type { Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** Lines thinner than the press holds. */
export const thinLine: Rule = {
  id: 'LF-THIN-LINE',
  source: 'press profile',
  check({ panel, profile }) {
    const least = fromPt(profile.minimum.linePt);
    return drawnLines(panel)
      .filter(({ ink, width }) => !isBare(ink) && width < least - 1e-4)
      .map(({ ink, width, place }) =>
        finding(
          'preflight/thin-line',
          place,
          `a line in "${ink.token}" is ${inPoints(width)} wide; the press holds ${inPoints(least)}`,
          `make it ${inPoints(least)} or more`,
          { overMm: least - width },
        ),
      );
  },
};
