import { concat, type Matrix } from '../units/matrix.js';
import { cellPlace, type NUpGrid, SRA3 } from './n-up-grid.js';

/** The edge of the sheet that it is turned over by: 450 mm is the long one. */
export type Flip = 'long' | 'short';

/** Where the front page of a piece lies: from its trim's bottom left to the sheet's, mm. */
export function frontPlacement(grid: NUpGrid, index: number): Matrix {
  const { x, y } = cellPlace(grid, index);
  return grid.isTurned ? [0, 1, -1, 0, x + grid.cell.width, y] : [1, 0, 0, 1, x, y];
}

/**
 * Where the back page lies on the back of the sheet, so that it falls behind its own front. A piece is turned like a
 * page of a book: its back is its front's mirror image about an upright line. So is the sheet's about the edge that it
 * is turned by. Mirror, place, mirror again: what comes out is no mirror image, but moved, and turned where it must be.
 */
export function backPlacement(grid: NUpGrid, index: number, flip: Flip): Matrix {
  const width = grid.isTurned ? grid.cell.height : grid.cell.width;
  const turnedPage: Matrix = [-1, 0, 0, 1, width, 0];
  return concat(concat(turnedPage, frontPlacement(grid, index)), turnedSheet(flip));
}

/** From a point of the sheet's front to the same point seen from behind. */
export const turnedSheet = (flip: Flip): Matrix =>
  flip === 'short' ? [-1, 0, 0, 1, SRA3.width, 0] : [1, 0, 0, -1, 0, SRA3.height];
