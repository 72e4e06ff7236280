import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { entryOf, itemsOf, keysOf, nameOf } from '../pdf-values.js';
import type { Anatomy } from './anatomy.js';

const FAMILIES = new Set([
  'Separation',
  'DeviceN',
  'ICCBased',
  'Indexed',
  'Lab',
  'CalRGB',
  'CalGray',
]);

/** Every colour space that resources, pictures or groups of the file name, each once; those that they stand on too. */
export function everyColourSpace({ dictionaries }: Anatomy): readonly PDFObject[] {
  const found = new Set<PDFObject>();
  const add = (space: PDFObject | undefined, depth: number): void => {
    if (!(space instanceof PDFArray) || found.has(space) || depth > 4) return;
    const [family, base, alternate] = itemsOf(space);
    if (!FAMILIES.has(nameOf(family) ?? '')) return;
    found.add(space);
    add(base, depth + 1);
    add(alternate, depth + 1);
  };
  for (const dict of dictionaries) {
    const spaces = entryOf(dict, 'ColorSpace');
    if (spaces instanceof PDFArray) add(spaces, 0);
    else for (const key of keysOf(spaces)) add(entryOf(spaces, key), 0);
    add(entryOf(dict, 'CS'), 0);
  }
  return [...found];
}
