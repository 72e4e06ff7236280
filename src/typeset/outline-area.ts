/** A step of an outline as HarfBuzz draws it, in font units. */
export interface OutlineStep {
  readonly type: string;
  readonly values: readonly number[];
}

/** Twice the area that a straight line sweeps, seen from the origin. */
const cross = (ax: number, ay: number, bx: number, by: number): number => ax * by - bx * ay;

/**
 * The area within an outline, in font units squared, exact for its curves (Green's theorem).
 *
 * Contours count by their sense of turning, so a counter is taken away from its letter. Where two
 * contours of one glyph overlap, the shared part counts twice: a letter of a variable font may be
 * given a few per cent too much.
 */
export function outlineArea(steps: readonly OutlineStep[]): number {
  let twice = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { type, values } of steps) {
    if (type === 'Z') {
      twice += cross(x, y, startX, startY);
      [x, y] = [startX, startY];
      continue;
    }
    if (type === 'M') [startX, startY] = [values[0] ?? 0, values[1] ?? 0];
    else twice += swept(x, y, values);
    [x, y] = [values.at(-2) ?? 0, values.at(-1) ?? 0];
  }
  return Math.abs(twice) / 2;
}

/** Twice the area that a line, a quadratic or a cubic curve sweeps from a point. */
function swept(x: number, y: number, values: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  if (values.length === 2) return cross(x, y, a, b);
  if (values.length === 4)
    return (2 * cross(x, y, a, b) + 2 * cross(a, b, c, d) + cross(x, y, c, d)) / 3;
  return (
    (6 * cross(x, y, a, b) +
      3 * cross(x, y, c, d) +
      cross(x, y, e, f) +
      3 * cross(a, b, c, d) +
      3 * cross(a, b, e, f) +
      6 * cross(c, d, e, f)) /
    10
  );
}
