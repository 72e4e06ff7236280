import type { PDFObject } from '@cantoo/pdf-lib';
import { inherited } from '../inherited.js';
import { entryOf, numbersOf } from '../pdf-values.js';
import type { Bounds } from './drawn.js';

/** A page's boxes in points: left, bottom, right, top; absent where the page has none. */
export interface PageBoxes {
  readonly media: Bounds | undefined;
  readonly crop: Bounds | undefined;
  readonly bleed: Bounds | undefined;
  readonly trim: Bounds | undefined;
  readonly art: Bounds | undefined;
}

/** Reads a page's boxes (ISO 32000-1, 14.11.2). Only MediaBox and CropBox are inherited. */
export function readPageBoxes(page: PDFObject | undefined): PageBoxes {
  return {
    media: toBounds(inherited(page, 'MediaBox')),
    crop: toBounds(inherited(page, 'CropBox')),
    bleed: toBounds(entryOf(page, 'BleedBox')),
    trim: toBounds(entryOf(page, 'TrimBox')),
    art: toBounds(entryOf(page, 'ArtBox')),
  };
}

function toBounds(box: PDFObject | undefined): Bounds | undefined {
  const numbers = numbersOf(box, 4);
  if (numbers === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
