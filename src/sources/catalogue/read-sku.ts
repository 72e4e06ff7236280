import { quoted } from '../../diagnostics/quoted.js';
import { type CellRead, cellFault } from './cell-fault.js';
import { roundedNumber } from './rounded-number.js';
import type { Cell } from './table.js';

/** Most characters of a sku: it becomes a part of a file name, and Windows allows 260 for a whole path. */
const LONGEST_SKU = 64;

const SKU = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Names that Windows keeps for devices, whatever ending follows (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** A sku that may stand in a file name on every system. */
export function readSku(cell: Cell): CellRead<string> {
  const { text } = cell;
  const rounded = roundedNumber(cell);
  if (rounded !== undefined) return rounded;
  const fault = faultOf(text);
  return fault ? cellFault('catalogue/sku', fault.problem, fault.fix) : { value: text };
}

function faultOf(text: string): { readonly problem: string; readonly fix: string } | undefined {
  if (text.length > LONGEST_SKU)
    return {
      problem: `the sku is ${quoted(text)}, ${text.length} characters long`,
      fix: `shorten it to ${LONGEST_SKU} characters: it becomes part of a file name`,
    };
  if (!SKU.test(text) || text.includes('..') || text.endsWith('.'))
    return {
      problem: `the sku is ${quoted(text)}`,
      fix: 'write letters, digits, dots, hyphens and underscores only, none of the dots at the start, at the end or doubled: it becomes part of a file name',
    };
  if (DEVICE.test(text))
    return {
      problem: `the sku is ${quoted(text)}, a name that Windows keeps for itself`,
      fix: 'add something to it, such as a hyphen and the maker',
    };
  return undefined;
}
