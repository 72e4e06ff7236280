import type { Path } from '../units/path.js';

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box round an outline, with the true reach of its curves. */
export function pathBounds(path: Path): Bounds {
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const step of path) {
    if (step[0] === 'Z') continue;
    if (step[0] === 'C') {
      xs.push(...turns(x, step[1], step[3], step[5]));
      ys.push(...turns(y, step[2], step[4], step[6]));
      [x, y] = [step[5], step[6]];
    } else [x, y] = [step[1], step[2]];
    xs.push(x);
    ys.push(y);
  }
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
}

/** Where a cubic curve turns back along one axis: the zeros of its derivative between its ends. */
function turns(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = 3 * (p3 - 3 * p2 + 3 * p1 - p0);
  const b = 6 * (p2 - 2 * p1 + p0);
  const c = 3 * (p1 - p0);
  const at = (t: number) =>
    (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3;
  return zeros(a, b, c)
    .filter((t) => t > 0 && t < 1)
    .map(at);
}

function zeros(a: number, b: number, c: number): number[] {
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b];
  const under = b * b - 4 * a * c;
  if (under < 0) return [];
  return [(-b + Math.sqrt(under)) / (2 * a), (-b - Math.sqrt(under)) / (2 * a)];
}
