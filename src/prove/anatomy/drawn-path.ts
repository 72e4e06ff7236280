import { fillsPath, strokesPath } from '../path-painting.js';
import type { Shape } from './drawn.js';
import type { Graphics } from './graphics.js';
import type { PathShape } from './path-shape.js';
import { fillInk, strokeInk } from './state.js';

/** What a path-painting operator draws with the path that it ends, if anything. */
export function drawnPath(operator: string, graphics: Graphics): Shape | undefined {
  const fills = fillsPath(operator);
  const strokes = strokesPath(operator);
  if (!fills && !strokes && operator !== 'n') return undefined;
  const path = graphics.endPath();
  if (operator === 'n' || path.isEmpty) return undefined;
  const { state } = graphics;
  const [left, bottom, right, top] = path.bounds;
  const { ctm } = state.base;
  const width = state.lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
  const thin = path.isRectangle ? Math.min(right - left, top - bottom) : undefined;
  return {
    kind: 'path',
    bounds: path.bounds,
    fill: fills ? fillInk(state) : undefined,
    stroke: strokes ? strokeInk(state) : undefined,
    line: strokes ? width : thin,
    isRectangle: path.isRectangle,
    coverage: coverageOf(path, fills),
  };
}

/** A stroke covers little of its bounds; a fill as much as its area is. */
function coverageOf(path: PathShape, fills: boolean): number {
  const [left, bottom, right, top] = path.bounds;
  const whole = (right - left) * (top - bottom);
  if (!fills || whole === 0) return 0;
  return path.isRectangle ? 1 : Math.min(1, path.area / whole);
}
