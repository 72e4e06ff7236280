import type { PDFObject } from '@cantoo/pdf-lib';
import { entryOf, numberOf, textOf } from './pdf-values.js';
import { textString } from './text-string.js';
import { Name, type Operand } from './tokens.js';

/** The /ActualText of a marked-content operator's properties, written there or named in the resources. */
export function actualText(
  operands: readonly Operand[],
  resources: PDFObject | undefined,
): string | undefined {
  const last = operands.at(-1);
  if (last instanceof Map) {
    const text: unknown = last.get('ActualText');
    return text instanceof Uint8Array ? textString(text) : undefined;
  }
  if (!(last instanceof Name)) return undefined;
  return textOf(entryOf(entryOf(entryOf(resources, 'Properties'), last.text), 'ActualText'));
}

/** The /MCID of the same: the number by which the structure tree knows it. */
export function markNumber(
  operands: readonly Operand[],
  resources: PDFObject | undefined,
): number | undefined {
  const last = operands.at(-1);
  if (last instanceof Map) {
    const number: unknown = last.get('MCID');
    return typeof number === 'number' ? number : undefined;
  }
  if (!(last instanceof Name)) return undefined;
  return numberOf(entryOf(entryOf(entryOf(resources, 'Properties'), last.text), 'MCID'));
}
