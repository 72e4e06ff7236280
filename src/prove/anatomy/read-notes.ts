import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { inherited } from '../inherited.js';
import { entryOf, itemsOf, nameOf, numberOf, numbersOf } from '../pdf-values.js';

/** Something that lies over a page (an annotation: ISO 32000-1, 12.5). */
export interface Note {
  readonly dict: PDFObject;
  /** From 0. */
  readonly page: number;
  readonly subtype: string;
  readonly isHidden: boolean;
  /** Whether it lies wholly off what is shown of the page. */
  readonly isOutside: boolean;
  /** Left, bottom, right, top in the page's points. */
  readonly rect: readonly number[] | undefined;
}

/** Annotation flag 2, Hidden (ISO 32000-1, table 165). */
const HIDDEN = 2;
const MOST_NOTES = 20_000;

/** Reads what lies over a page. */
export function readNotes(page: PDFDict, index: number): readonly Note[] {
  const crop = sorted(numbersOf(inherited(page, 'CropBox') ?? inherited(page, 'MediaBox'), 4));
  return itemsOf(entryOf(page, 'Annots'))
    .slice(0, MOST_NOTES)
    .flatMap((dict) => {
      if (dict === undefined) return [];
      const rect = sorted(numbersOf(entryOf(dict, 'Rect'), 4));
      return [
        {
          dict,
          page: index,
          subtype: nameOf(entryOf(dict, 'Subtype')) ?? '',
          isHidden: ((numberOf(entryOf(dict, 'F')) ?? 0) & HIDDEN) !== 0,
          isOutside: crop !== undefined && rect !== undefined && isApart(rect, crop),
          rect,
        },
      ];
    });
}

/** A rectangle's corners put in order: left, bottom, right, top. */
function sorted(numbers: readonly number[] | undefined): readonly number[] | undefined {
  if (numbers === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Whether two rectangles have no point in common. */
export function isApart(one: readonly number[], other: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = one;
  const [left = 0, bottom = 0, right = 0, top = 0] = other;
  return c < left || a > right || d < bottom || b > top;
}
