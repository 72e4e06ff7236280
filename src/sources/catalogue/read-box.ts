import { quoted } from '../../diagnostics/quoted.js';
import type { BoxSize } from '../phone.js';
import { type CellRead, cellFault } from './cell-fault.js';
import type { Cell } from './table.js';

const SIDE = '([0-9]{1,4}(?:[.,][0-9]{1,2})?)';
const BY = '\\s*[x×*]\\s*';
const BOX = new RegExp(`^${SIDE}${BY}${SIDE}${BY}${SIDE}\\s*(?:mm)?$`, 'i');

/** What a spreadsheet makes of "5-10": a day and a month, in its own forms. */
const DATE =
  /^[0-9]{1,4}[-./ ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-./ ][0-9]|^[0-9]{1,4}[-./][0-9]{1,2}([-./][0-9]{1,4})?$/i;

/** Longest side of a box, in mm. Our choice: a phone's box has 100 to 250. */
const LONGEST_SIDE = 1000;

const FIX =
  'write length x width x depth in mm, such as "165 x 85 x 30", and format the column as text';

/** The inside of a box in mm; nothing where the cell is empty. */
export function readBox({ text, kind }: Cell): CellRead<BoxSize | undefined> {
  if (text === '') return { value: undefined };
  if (kind === 'date' || DATE.test(text)) {
    const problem = `the box is ${quoted(text)}: the spreadsheet has turned a size into a date`;
    return cellFault('catalogue/date', problem, FIX);
  }
  const sides = BOX.exec(text)
    ?.slice(1, 4)
    .map((side) => Number(side.replace(',', '.')));
  const [length, width, depth] = sides ?? [];
  if (length === undefined || width === undefined || depth === undefined)
    return cellFault('catalogue/box', `the box is ${quoted(text)}`, FIX);
  if (Math.min(length, width, depth) <= 0 || Math.max(length, width, depth) > LONGEST_SIDE)
    return cellFault(
      'catalogue/box',
      `the box is ${quoted(text)}; a side has more than 0 and at most ${LONGEST_SIDE} mm`,
      FIX,
    );
  return { value: { length, width, depth } };
}
