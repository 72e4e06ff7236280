import type { Place } from '../../diagnostics/finding.js';
import { grouped } from '../../units/grouped.js';
import type { World } from '../../world.js';
import { readTable } from './read-catalogue.js';
import { placeOf, type Row } from './table.js';

/** Rows of one catalogue file, as a file that a catalogue can name. */
export interface SetAsideFile {
  /** Its name: `set-aside.csv`, `set-aside-2.csv`. */
  readonly file: string;
  readonly text: string;
}

/** Rows of the catalogue, in its own columns, for a person to mend. `places`: each row once or more. */
export async function setAsideRows(
  world: World,
  places: readonly Place[],
): Promise<readonly SetAsideFile[]> {
  const files: SetAsideFile[] = [];
  for (const [file, of] of grouped(places, (place) => place.file)) {
    const { value: table } = await readTable(world, file);
    if (table === undefined) continue;
    const wanted = new Set(of.map(({ part }) => part));
    const rows = table.rows.filter((row) => wanted.has(placeOf(file, row).part));
    const number = files.length === 0 ? '' : `-${files.length + 1}`;
    files.push({ file: `set-aside${number}.csv`, text: csvOf([table.headings, ...rows]) });
  }
  return files;
}

/** The mark at the start tells a spreadsheet that this is UTF-8. */
const csvOf = (rows: readonly Row[]): string =>
  `\uFEFF${rows.map(({ cells }) => cells.map(({ text }) => cellOf(text)).join(',')).join('\r\n')}\r\n`;

/** Whatever could be taken for the end of a cell stands in quotes. */
const cellOf = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
