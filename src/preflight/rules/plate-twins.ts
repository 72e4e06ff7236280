import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { alike, panelPlates } from '../panel-plates.js';
import type { Rule } from '../rule.js';

/** Two plates that look the same on every screen: the printer asks which was meant. */
export const plateTwins: Rule = {
  id: 'R0023',
  source: 'GWG 2022, SheetSpot and Label & Leaflet',
  check: (subject) =>
    alike(panelPlates(subject), ({ cmyk }) => cmyk?.join()).map(([first, second]) =>
      finding(
        'preflight/R0023',
        second.place,
        `the plates ${quoted(first.name)} and ${quoted(second.name)} have the same four inks in their place`,
        'give one of them other inks in the brand kit, or both the same name',
      ),
    ),
};
