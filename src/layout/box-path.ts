import type { Box, Edges } from '../units/box.js';
import type { Path, PathStep } from '../units/path.js';

/** How far a cubic curve's handles reach on a quarter circle of radius 1: 4/3 (√2 − 1). */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

/** Radii of the corners, mm. */
export interface Corners {
  readonly topLeft: number;
  readonly topRight: number;
  readonly bottomRight: number;
  readonly bottomLeft: number;
}

const SQUARE: Corners = { topLeft: 0, topRight: 0, bottomRight: 0, bottomLeft: 0 };

/** A rectangle's outline, clockwise, its corners rounded where they have a radius, of at most half a side. */
export function boxPath({ x, y, width, height }: Box, corners: Corners = SQUARE): Path {
  const right = x + width;
  const bottom = y + height;
  const most = Math.min(width, height) / 2;
  const topLeft = Math.min(corners.topLeft, most);
  const topRight = Math.min(corners.topRight, most);
  const bottomRight = Math.min(corners.bottomRight, most);
  const bottomLeft = Math.min(corners.bottomLeft, most);
  return [
    ['M', x + topLeft, y],
    ['L', right - topRight, y],
    ...corner(topRight, [right, y], [1, 0], [0, 1]),
    ['L', right, bottom - bottomRight],
    ...corner(bottomRight, [right, bottom], [0, 1], [-1, 0]),
    ['L', x + bottomLeft, bottom],
    ...corner(bottomLeft, [x, bottom], [-1, 0], [0, -1]),
    ['L', x, y + topLeft],
    ...corner(topLeft, [x, y], [0, -1], [1, 0]),
    ['Z'],
  ];
}

type Vector = readonly [x: number, y: number];

/** A quarter round: `along` is the way in, `away` the way out, of the corner's point. */
function corner(radius: number, [x, y]: Vector, along: Vector, away: Vector): PathStep[] {
  if (radius <= 0) return [];
  const inner = radius * (1 - QUARTER);
  return [
    [
      'C',
      x - along[0] * inner,
      y - along[1] * inner,
      x + away[0] * inner,
      y + away[1] * inner,
      x + away[0] * radius,
      y + away[1] * radius,
    ],
  ];
}

/** A box made smaller at each side; never turned inside out. */
export const insetBox = (box: Box, by: Edges): Box => ({
  x: box.x + Math.min(by.left, box.width),
  y: box.y + Math.min(by.top, box.height),
  width: Math.max(0, box.width - by.left - by.right),
  height: Math.max(0, box.height - by.top - by.bottom),
});
