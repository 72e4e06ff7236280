import { finding } from '../../diagnostics/finding.js';
import { variantOf } from '../gwg-variant.js';
import { pictureItems } from '../picture-items.js';
import type { Rule } from '../rule.js';
import { ppiOf } from './picture-ppi.js';

/** Pixels an inch up to which a side that is one picture is refused; GWG 2022, R0033. */
const REFUSED = 449;

/** A panel of a label or leaflet that is one picture: whatever letters are in it are pixels. */
export const wholePicture: Rule = {
  id: 'R0033',
  source: 'GWG 2022, Label & Leaflet; here by panel',
  check: ({ panel, form, profile }) => {
    const [item, ...more] = pictureItems(panel);
    const isAlone = panel.items.length + panel.slots.length === 1;
    if (item === undefined || more.length > 0 || !isAlone) return [];
    if (variantOf(form, profile).product !== 'label') return [];
    const ppi = Math.round(ppiOf(item));
    if (ppi > REFUSED) return [];
    return [
      finding(
        'preflight/R0033',
        item.place,
        `panel "${panel.name}" is one picture of ${ppi} pixels an inch; a side that is a picture needs ${REFUSED + 1}`,
        'print words as words beside the picture, or use a larger one',
      ),
    ];
  },
};
