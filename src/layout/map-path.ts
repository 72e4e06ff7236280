import type { Path, PathStep } from '../units/path.js';

type Point = readonly [x: number, y: number];

/** An outline with each of its points moved. */
export const mapPath = (path: Path, move: (x: number, y: number) => Point): Path =>
  path.map((step): PathStep => {
    if (step[0] === 'Z') return step;
    if (step[0] === 'C') {
      const [, a, b, c, d, e, f] = step;
      return ['C', ...move(a, b), ...move(c, d), ...move(e, f)];
    }
    return [step[0], ...move(step[1], step[2])];
  });
