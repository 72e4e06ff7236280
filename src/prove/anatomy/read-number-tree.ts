import type { PDFObject } from '@cantoo/pdf-lib';
import { entryOf, itemsOf, numberOf } from '../pdf-values.js';

const DEEPEST = 16;
const MOST_ENTRIES = 200_000;

/** A number tree as a map (ISO 32000-1, 7.9.7). */
export function readNumberTree(
  root: PDFObject | undefined,
): ReadonlyMap<number, PDFObject | undefined> {
  const map = new Map<number, PDFObject | undefined>();
  const seen = new Set<PDFObject>();
  const read = (node: PDFObject | undefined, depth: number): void => {
    if (node === undefined || seen.has(node) || depth > DEEPEST) return;
    seen.add(node);
    const items = itemsOf(entryOf(node, 'Nums'));
    for (let at = 0; at + 1 < items.length && map.size < MOST_ENTRIES; at += 2) {
      const key = numberOf(items[at]);
      if (key !== undefined) map.set(key, items[at + 1]);
    }
    for (const kid of itemsOf(entryOf(node, 'Kids'))) read(kid, depth + 1);
  };
  read(root, 0);
  return map;
}
