import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { Sources } from '../sources/sources.js';
import type { MissingLeaflet } from './missing-leaflet.js';

/** Most rows that are named. Our choice: what a person can work through in one sitting. */
const MOST_NAMES = 200;

/** All records that cannot be made, by name, in one finding; none where each has one of its own already. */
export function badRecords(
  missing: readonly MissingLeaflet[],
  sources: Sources | undefined,
): readonly Finding[] {
  if (sources === undefined || missing.length === 0) return [];
  const rows = new Map(missing.map((it) => [rowOf(it.place), it]));
  const told = new Set(sources.told.map(({ at }) => rowOf(at)));
  if ([...rows.keys()].every((row) => told.has(row))) return [];
  const names = [...rows].slice(0, MOST_NAMES).map(([row, { sku }]) => `${sku} (${row})`);
  const more = rows.size > MOST_NAMES ? ` and ${rows.size - MOST_NAMES} more` : '';
  return [
    finding(
      'catalogue/bad-records',
      { file: sources.campaign.file },
      `${rows.size === 1 ? '1 phone has a leaflet' : `${rows.size} phones have leaflets`} that cannot be made: ${names.join(', ')}${more}`,
      'mend these rows, or the copy or template that has no room for them; "build --on-bad-record set-aside" makes the others meanwhile',
    ),
  ];
}

/** One row of a catalogue: `campaigns/demo/phones.csv, row 14`. */
const rowOf = ({ file, part = '' }: Place): string =>
  `${file}, ${part.replace(/, column .*$/, '')}`;
