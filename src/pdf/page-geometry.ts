import type { Format } from '../sources/format.js';
import type { PressProfile } from '../sources/press-profile.js';
import type { Box } from '../units/box.js';
import { toPt } from '../units/length.js';

/** The boxes of a page, in mm from the top left of its paper. */
export interface PageGeometry {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
  /** Paper round the trim, mm. */
  readonly margin: number;
}

/** Trim with bleed, and paper round it for the marks; without marks the paper ends at the bleed. */
export function pageGeometry(format: Format, profile: PressProfile): PageGeometry {
  const { width, height } = format.trim;
  const { crop, fold, registration, slug } = profile.marks;
  const hasMarks = crop || fold || registration || slug;
  const margin = hasMarks ? Math.max(profile.marks.margin, format.bleed) : format.bleed;
  const around = (by: number): Box => ({
    x: margin - by,
    y: margin - by,
    width: width + 2 * by,
    height: height + 2 * by,
  });
  return { media: around(margin), bleed: around(format.bleed), trim: around(0), margin };
}

/** A box as a page dictionary has it: left, bottom, right, top in points. */
export function pdfBox(box: Box, media: Box): readonly number[] {
  const top = media.height - box.y;
  return [box.x, top - box.height, box.x + box.width, top].map((side) => rounded(toPt(side)));
}

/** To a ten-thousandth of a point, so that a box read back compares equal. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
