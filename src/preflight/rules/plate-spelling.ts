import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { alike, panelPlates } from '../panel-plates.js';
import type { Rule } from '../rule.js';

/** Two plates for one ink, whose names differ only in capitals or in how accents are stored. */
export const plateSpelling: Rule = {
  id: 'R0022',
  source: 'GWG 2022, SheetSpot and Label & Leaflet',
  check: (subject) =>
    alike(panelPlates(subject), ({ name }) => name.normalize('NFC').toLowerCase()).map(
      ([first, second]) =>
        finding(
          'preflight/R0022',
          second.place,
          `the plates ${quoted(first.name)} and ${quoted(second.name)} differ only in how they are written`,
          'give both the same name in the brand kit',
        ),
    ),
};
