import type { ArtNode } from '../compose/blocks.js';

/** An SVG user unit is a CSS pixel, of which an inch holds 96 (CSS Values and Units 3, 6.2). */
const MM_PER_UNIT = 25.4 / 96;

/** Width over height, as drawn by its owner. */
export const artRatio = ({ art }: ArtNode): number => art.width / art.height;

/** The size of a drawing that no rule sizes, in mm: its own view box, in CSS pixels. */
export const artSize = ({ art }: ArtNode): { width: number; height: number } => ({
  width: art.width * MM_PER_UNIT,
  height: art.height * MM_PER_UNIT,
});
