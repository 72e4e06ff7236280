import { finding } from '../../diagnostics/finding.js';
import type { Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** What rounding may hide, mm. */
const TOLERANCE = 0.01;

/** A logo smaller than its owner allows. */
export const logoSize: Rule = {
  id: 'LF-LOGO-SIZE',
  source: 'the brand kit',
  check: ({ panel }) =>
    panel.items.flatMap((item) => {
      if (item.kind !== 'art' || item.logo === undefined) return [];
      const { minWidth } = item.logo;
      if (item.box.width >= minWidth - TOLERANCE) return [];
      return [
        finding(
          'preflight/logo-size',
          item.place,
          `the logo is ${inMm(item.box.width)} wide; its owner's least is ${inMm(minWidth)}`,
          `make it ${inMm(minWidth)} wide or more`,
          { overMm: minWidth - item.box.width },
        ),
      ];
    }),
};
