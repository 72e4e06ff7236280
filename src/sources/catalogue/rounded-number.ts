import { quoted } from '../../diagnostics/quoted.js';
import { type CellFault, cellFault } from './cell-fault.js';
import type { Cell } from './table.js';

/** How Excel shows and saves a number of more than eleven digits. */
const SCIENTIFIC = /^[0-9]+([.,][0-9]+)?E[+-][0-9]+$/i;

/** Excel keeps 15 digits of a number and turns the rest into zeros (Microsoft, "Excel specifications and limits"). */
const DIGITS_KEPT = 15;

const FIX =
  'format the column as text in the spreadsheet, type the digits again from the box or the supplier, and save anew';

/** The fault of a number whose last digits a spreadsheet has rounded away; nothing where all are there. */
export function roundedNumber(cell: Cell): { readonly fault: CellFault } | undefined {
  const tooLong =
    cell.kind === 'number' && cell.text.replaceAll(/[^0-9]/g, '').length > DIGITS_KEPT;
  if (!SCIENTIFIC.test(cell.text) && !tooLong) return undefined;
  const problem = `the spreadsheet has rounded a number to ${quoted(cell.text)}`;
  return cellFault('catalogue/rounded', problem, FIX);
}
