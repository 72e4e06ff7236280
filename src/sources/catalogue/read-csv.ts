import { type CsvError, parse } from 'csv-parse/sync';
import { type Checked, type Finding, finding } from '../../diagnostics/finding.js';
import { decodeText } from './decode-text.js';
import { type Separator, sniffSeparator } from './sniff-separator.js';
import type { Cell, Row, Table } from './table.js';

/** Most characters of one row. Our choice: far above any phone, far below a quote that is never closed. */
const LONGEST_ROW = 100_000;

/** Excel's own first line, which says what stands between the cells. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/;

/** Reads a CSV file as Excel writes it: three encodings, three separators, quoted cells. */
export function readCsv(file: string, bytes: Uint8Array): Checked<Table> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    const fix = 'save it from the spreadsheet as "CSV UTF-8", or name the XLSX file itself';
    return none([finding('catalogue/unreadable', { file }, 'this is no text', fix)]);
  }
  const told = SEPARATOR_LINE.exec(decoded.text);
  const text = told === null ? decoded.text : decoded.text.slice(told[0].length);
  const separator = (told?.[1] as Separator | undefined) ?? sniffSeparator(text);
  const { rows, faults } = split(file, text, separator, told === null ? 0 : 1);
  const findings = [...encodingNote(file, decoded.encoding), ...faults];
  const [headings, ...records] = rows;
  if (headings === undefined) {
    if (faults.length > 0) return none(findings);
    const fix = 'write a line of headings and below it a line for each phone';
    return none([...findings, finding('catalogue/empty', { file }, 'the file has no rows', fix)]);
  }
  return { value: { file, headings, rows: records }, findings };
}

const none = (findings: readonly Finding[]) => ({ value: undefined, findings });

function encodingNote(file: string, encoding: string): Finding[] {
  if (encoding !== 'Windows-1252') return [];
  const fix = 'look whether names with accents are right; if not, save the file as "CSV UTF-8"';
  return [finding('catalogue/encoding', { file }, 'the file was read as Windows-1252', fix)];
}

interface ParsedRow {
  readonly record: readonly string[];
  /** The line on which it ends. */
  readonly lines: number;
}

/** A row whose cells are made when it is read: all cells of a long catalogue at once would take more room than its phones. */
class CsvRow implements Row {
  readonly number: number;
  readonly line: number;
  readonly #record: readonly string[];

  constructor(number: number, line: number, record: readonly string[]) {
    this.number = number;
    this.line = line;
    this.#record = record;
  }

  get cells(): readonly Cell[] {
    return this.#record.map((cell) => ({ text: cell.trim(), kind: 'text' }));
  }
}

/** Rows with their lines; a stray quote is a finding of its row, and the other rows go on. */
function split(file: string, text: string, delimiter: Separator, linesBefore: number) {
  const faults: Finding[] = [];
  const skipped: number[] = [];
  const parsed: ParsedRow[] = [];
  parse(text, {
    delimiter,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (record: string[], { lines }) => {
      parsed.push({ record, lines });
      return null;
    },
    on_skip: (error) => {
      if (typeof error?.lines === 'number') skipped.push(error.lines);
      faults.push(quoteFault(file, error, linesBefore));
      return undefined;
    },
  });
  return { rows: numbered(parsed, skipped, linesBefore), faults };
}

/** Rows that have something in them, each with where it starts: the parser says where it ends. */
function numbered(
  parsed: readonly ParsedRow[],
  skipped: readonly number[],
  linesBefore: number,
): readonly Row[] {
  const rows: Row[] = [];
  let line = 1;
  let passed = 0;
  let index = 0;
  for (const { record, lines } of parsed) {
    while ((skipped[passed] ?? lines) < lines) {
      line = (skipped[passed] ?? 0) + 1;
      passed += 1;
    }
    const number = index + passed + linesBefore + 1;
    if (record.some((cell) => cell.trim() !== ''))
      rows.push(new CsvRow(number, line + linesBefore, record));
    line = lines + 1;
    index += 1;
  }
  return rows;
}

function quoteFault(file: string, error: CsvError | undefined, linesBefore: number): Finding {
  const line = typeof error?.lines === 'number' ? error.lines + linesBefore : undefined;
  const problem =
    error?.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a cell goes on for more than 100,000 characters: a quote before it is not closed'
      : 'a stray quote (") stands in this row';
  const fix = 'take the quote away, or write it twice inside a cell that is in quotes';
  return finding('catalogue/stray-quote', { file, line }, problem, fix);
}
