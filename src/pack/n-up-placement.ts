import { cellPlace, type NUpGrid, SRA3 } from './n-up-grid.js';

/** A map of the plane as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Placement = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The edge of the sheet that it is turned over by: 450 mm is the long one. */
export type Flip = 'long' | 'short';

/** First `first`, then `then`. */
export function after(first: Placement, then: Placement): Placement {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ];
}

/** Where the front page of a piece lies: from its trim's bottom left to the sheet's, mm. */
export function frontPlacement(grid: NUpGrid, index: number): Placement {
  const { x, y } = cellPlace(grid, index);
  return grid.isTurned ? [0, 1, -1, 0, x + grid.cell.width, y] : [1, 0, 0, 1, x, y];
}

/**
 * Where the back page lies on the back of the sheet, so that it falls behind its own front. A piece is turned like a
 * page of a book: its back is its front's mirror image about an upright line. So is the sheet's about the edge that it
 * is turned by. Mirror, place, mirror again: what comes out is no mirror image, but moved, and turned where it must be.
 */
export function backPlacement(grid: NUpGrid, index: number, flip: Flip): Placement {
  const width = grid.isTurned ? grid.cell.height : grid.cell.width;
  const turnedPage: Placement = [-1, 0, 0, 1, width, 0];
  return after(after(turnedPage, frontPlacement(grid, index)), turnedSheet(flip));
}

/** From a point of the sheet's front to the same point seen from behind. */
export const turnedSheet = (flip: Flip): Placement =>
  flip === 'short' ? [-1, 0, 0, 1, SRA3.width, 0] : [1, 0, 0, -1, 0, SRA3.height];
