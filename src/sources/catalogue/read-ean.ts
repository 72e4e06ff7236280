import { quoted } from '../../diagnostics/quoted.js';
import { type CellRead, cellFault } from './cell-fault.js';
import { roundedNumber } from './rounded-number.js';
import type { Cell } from './table.js';

/** Whether the last of 13 digits is the check digit of the others (GS1 General Specifications, 7.9). */
function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}

/** The 13 digits under a box's barcode; nothing where the cell is empty. */
export function readEan(cell: Cell): CellRead<string | undefined> {
  const { text } = cell;
  if (text === '') return { value: undefined };
  const rounded = roundedNumber(cell);
  if (rounded !== undefined) return rounded;
  const problem = `the ean is ${quoted(text)}`;
  if (/^[0-9]{8,12}$/.test(text) && hasCheckDigit(text.padStart(13, '0')))
    return cellFault(
      'catalogue/ean',
      `${problem}: ${text.length} digits, where 13 belong; a zero at the start is lost`,
      `write "${text.padStart(13, '0')}", and format the column as text so that the spreadsheet keeps the zero`,
    );
  if (!/^[0-9]{13}$/.test(text))
    return cellFault(
      'catalogue/ean',
      problem,
      'write the 13 digits under the barcode, without spaces, or leave the cell empty',
    );
  if (!hasCheckDigit(text))
    return cellFault(
      'catalogue/ean',
      `${problem}: the last digit does not go with the others`,
      'compare it with the digits under the barcode: one is wrong, or two are swapped',
    );
  return { value: text };
}
