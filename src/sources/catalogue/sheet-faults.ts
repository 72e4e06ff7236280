/** Last row and column that a catalogue may use. Our choice: Excel itself goes to 1,048,576 and 16,384. */
const LAST_ROW = 500_000;
const LAST_COLUMN = 512;

/** What is wrong with a cell of a sheet that a reader of values would pass over in silence. */
export interface SheetFault {
  /** Such as `C5`. */
  readonly cell: string;
  readonly problem: string;
  readonly fix: string;
}

const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const REFERENCE = /\br="([A-Z]{1,4})([0-9]{1,8})"/;

/** Formulas that came to an error or were never worked out, and cells far from all others. */
export function sheetFaults(xml: string): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    const reference = REFERENCE.exec(attributes);
    const cell = reference === null ? 'a cell' : `${reference[1]}${reference[2]}`;
    const fault = cellFaultIn(attributes, content) ?? farAway(reference);
    if (fault !== undefined) faults.push({ cell, ...fault });
  }
  return faults;
}

function cellFaultIn(attributes: string, content: string) {
  const value = /<v[^>]*>(.*?)<\/v>/s.exec(content)?.[1];
  if (/\bt="e"/.test(attributes))
    return {
      problem: `the spreadsheet shows an error: ${value ?? 'without a name'}`,
      fix: 'mend the formula, or type the value itself',
    };
  if (!/<f[ />]/.test(content) || value !== undefined) return undefined;
  return {
    problem: 'a formula was never worked out',
    fix: 'open the file in the spreadsheet and save it again, or type the value itself',
  };
}

function farAway(reference: RegExpExecArray | null) {
  if (reference === null) return undefined;
  const [, letters = '', row = ''] = reference;
  if (Number(row) <= LAST_ROW && columnNumber(letters) <= LAST_COLUMN) return undefined;
  return {
    problem: `a cell stands outside the first ${LAST_ROW} rows and ${LAST_COLUMN} columns`,
    fix: 'delete it, or copy the rows of phones into a new workbook',
  };
}

/** `A` is 1, `Z` 26, `AA` 27. */
const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
