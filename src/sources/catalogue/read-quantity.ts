import { quoted } from '../../diagnostics/quoted.js';
import { type CellRead, cellFault } from './cell-fault.js';
import type { Cell } from './table.js';

/** Most leaflets for one phone. Our choice: ten times the largest launch of one model in one country. */
const MOST = 10_000_000;

/** How many leaflets to print. */
export function readQuantity({ text }: Cell): CellRead<number> {
  const quantity = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (quantity >= 1 && quantity <= MOST) return { value: quantity };
  const problem = text === '' ? 'the quantity is empty' : `the quantity is ${quoted(text)}`;
  if (/^[0-9]{1,3}([,. ][0-9]{3})+$/.test(text))
    return cellFault(
      'catalogue/quantity',
      `${problem}: a thousand, or a part of one?`,
      'write digits only, such as 1000',
    );
  if (quantity === 0)
    return cellFault('catalogue/quantity', problem, 'take the row out, or write at least 1');
  return cellFault('catalogue/quantity', problem, `write a whole number from 1 to ${MOST}`);
}
