import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { alike, panelPlates } from '../panel-plates.js';
import type { Rule } from '../rule.js';

/** Ends of a spot ink's name that say paper or maker, not ink (GWG 2022, R0021). */
const ENDING = / (?:C|U|M|CP|CV|CVC|CVU|UP|PC|TC|TCX|TPX|XGC|EC|K|N|Z|E|HC|TP)$/;

/** Two plates for one ink, whose names differ only in their ends. */
export const plateEndings: Rule = {
  id: 'R0021',
  source: 'GWG 2022, SheetSpot and Label & Leaflet, warning',
  check: (subject) =>
    alike(panelPlates(subject), ({ name }) => name.replace(ENDING, '')).map(([first, second]) =>
      finding(
        'preflight/R0021',
        second.place,
        `the plates ${quoted(first.name)} and ${quoted(second.name)} differ only in the end of their names`,
        'give both the same name in the brand kit',
      ),
    ),
};
