import type { Place } from '../../diagnostics/finding.js';

/** A cell as text; `date` where a spreadsheet holds a date, which is never what a catalogue means. */
export interface Cell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date';
}

/** A line of a catalogue file that has something in it. */
export interface Row {
  /** As a spreadsheet counts, from 1; the headings are row 1 in most files. */
  readonly number: number;
  /** The line of a text file, from 1; absent in a workbook. */
  readonly line?: number | undefined;
  readonly cells: readonly Cell[];
}

/** A catalogue file before its columns are known. */
export interface Table {
  readonly file: string;
  readonly headings: Row;
  readonly rows: readonly Row[];
}

/** Where a row stands, and which of its columns is meant. */
export const placeOf = (file: string, row: Row, heading?: string): Place => ({
  file,
  line: row.line,
  part: heading === undefined ? `row ${row.number}` : `row ${row.number}, column "${heading}"`,
});
