import type { PDFObject } from '@cantoo/pdf-lib';
import { entryOf } from './pdf-values.js';

/** Deepest page tree that is climbed. */
const DEEPEST = 32;

/** A page's own or its nearest ancestor's value (ISO 32000-1, 7.7.3.4). */
export function inherited(page: PDFObject | undefined, key: string): PDFObject | undefined {
  let node = page;
  for (let depth = 0; node !== undefined && depth < DEEPEST; depth += 1) {
    const value = entryOf(node, key);
    if (value !== undefined) return value;
    node = entryOf(node, 'Parent');
  }
  return undefined;
}
