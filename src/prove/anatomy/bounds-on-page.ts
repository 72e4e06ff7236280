import { applyTo, type Matrix } from '../../units/matrix.js';
import type { Bounds } from './drawn.js';

/** The least upright box on the page around a box that a map turns or slants. */
export function boundsOnPage(map: Matrix, [left, bottom, right, top]: Bounds): Bounds {
  const corners = [
    applyTo(map, left, bottom),
    applyTo(map, right, bottom),
    applyTo(map, left, top),
    applyTo(map, right, top),
  ];
  const across = corners.map(([x]) => x);
  const up = corners.map(([, y]) => y);
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}
