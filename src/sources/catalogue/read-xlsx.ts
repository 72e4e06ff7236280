import { readSheet } from 'read-excel-file/universal';
import { type Checked, type Finding, finding } from '../../diagnostics/finding.js';
import { decodeUtf8 } from '../read-text-file.js';
import { fewOfEach } from './few-of-each.js';
import { type SheetFault, sheetFaults } from './sheet-faults.js';
import type { Cell, Row, Table } from './table.js';
import { NO_WORKBOOK, unpackWorkbook, type WorkbookFault } from './unpack-workbook.js';

/** Reads the first sheet of a workbook: the values that the spreadsheet shows. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Checked<Table>> {
  const workbook = unpackWorkbook(bytes);
  if ('problem' in workbook) return none([unreadable(file, workbook)]);
  const faults = workbook.sheets.flatMap((sheet) => sheetFaults(decodeUtf8(sheet) ?? ''));
  if (faults.length > 0) return none(fewOfEach(faults.map((fault) => badCell(file, fault))));
  const sheet = await firstSheet(workbook.plain);
  if (sheet === undefined) return none([unreadable(file, NO_WORKBOOK)]);
  const rows = sheet.flatMap((cells, index): Row[] => {
    const read = cells.map(toCell);
    return read.some((cell) => cell.text !== '') ? [{ number: index + 1, cells: read }] : [];
  });
  const [headings, ...records] = rows;
  if (headings === undefined) {
    const fix = 'write a line of headings and below it a line for each phone, on the first sheet';
    return none([finding('catalogue/empty', { file }, 'the first sheet has no rows', fix)]);
  }
  return { value: { file, headings, rows: records }, findings: [] };
}

const none = (findings: readonly Finding[]) => ({ value: undefined, findings });

const unreadable = (file: string, { problem, fix }: WorkbookFault): Finding =>
  finding('catalogue/unreadable', { file }, problem, fix);

const badCell = (file: string, { cell, problem, fix }: SheetFault): Finding =>
  finding('catalogue/formula', { file, part: `cell ${cell}` }, problem, fix);

/** The library throws on a workbook that does not hold together; that is the user's file, not our bug. */
async function firstSheet(plain: Uint8Array): Promise<readonly (readonly unknown[])[] | undefined> {
  try {
    return await readSheet(plain.slice().buffer);
  } catch {
    return undefined;
  }
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return { text: '', kind: 'text' };
  if (typeof value === 'object') return { text: dayOf(value), kind: 'date' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  return { text: String(value).trim(), kind: 'text' };
}

/** Only a date comes as an object; its JSON starts with the day. */
const dayOf = (date: object): string => JSON.stringify(date).slice(1, 11);
