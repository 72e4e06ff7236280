import { finding } from '../../diagnostics/finding.js';
import { pictureItems } from '../picture-items.js';
import type { Rule } from '../rule.js';
import { ppiOf } from './picture-ppi.js';

/** Pixels an inch up to which line art is refused, and up to which it is warned of; GWG 2022, R0032, all products. */
const REFUSED = 549;
const SOFT = 799;

/** Line art of one bit with too few pixels: no grey softens its edges. */
export const bitmapPpi: Rule = {
  id: 'R0032',
  source: 'GWG 2022, SheetCMYK',
  check: ({ panel }) =>
    pictureItems(panel)
      .filter(({ picture }) => picture.isBitmap)
      .flatMap((item) => {
        const ppi = Math.round(ppiOf(item));
        if (ppi > SOFT) return [];
        return [
          finding(
            ppi <= REFUSED ? 'preflight/R0032' : 'preflight/R0032-soft',
            item.place,
            `the line art "${item.picture.name}" has ${ppi} pixels an inch at its printed size; ${SOFT + 1} and more are sharp`,
            'use a drawing (SVG) or a larger picture, or print it smaller',
          ),
        ];
      }),
};
