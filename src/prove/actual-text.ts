import type { PDFObject } from '@cantoo/pdf-lib';
import { entryOf, numberOf, textOf } from './pdf-values.js';
import { utf16 } from './read-to-unicode.js';
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

/** A text string: UTF-16 after its mark, UTF-8 after its mark, else one byte a character (ISO 32000-1, 7.9.2.2). */
function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(bytes);
}
