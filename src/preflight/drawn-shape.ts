import type { Box } from '../units/box.js';
import type { Path } from '../units/path.js';

type Point = readonly [x: number, y: number];
type Segment = readonly [from: Point, to: Point];

/** Straight pieces that a curve is cut into; on a 3 mm corner they leave it by less than 0.02 mm. */
const PIECES = 8;

/** The straight segments of an outline, each loop closed. */
function segmentsOf(path: Path): readonly Segment[] {
  const segments: Segment[] = [];
  let start: Point = [0, 0];
  let pen: Point = [0, 0];
  const to = (point: Point) => {
    segments.push([pen, point]);
    pen = point;
  };
  for (const step of path) {
    if (step[0] === 'M') {
      if (pen !== start) to(start);
      start = [step[1], step[2]];
      pen = start;
    } else if (step[0] === 'L') {
      to([step[1], step[2]]);
    } else if (step[0] === 'C') {
      for (const point of curvePoints(pen, step)) to(point);
    } else {
      to(start);
    }
  }
  if (pen !== start) to(start);
  return segments;
}

function curvePoints(
  from: Point,
  step: Extract<Path[number], readonly ['C', ...number[]]>,
): Point[] {
  const [, x1, y1, x2, y2, x3, y3] = step;
  return Array.from({ length: PIECES }, (_, index) => {
    const t = (index + 1) / PIECES;
    const u = 1 - t;
    const mix = (a: number, b: number, c: number, d: number) =>
      u ** 3 * a + 3 * u ** 2 * t * b + 3 * u * t ** 2 * c + t ** 3 * d;
    return [mix(from[0], x1, x2, x3), mix(from[1], y1, y2, y3)];
  });
}

/** The part of a box that an outline's fill takes: none of it, some, or all. */
export function fillsBox(
  path: Path,
  rule: 'nonzero' | 'evenodd',
  box: Box,
): 'none' | 'part' | 'all' {
  if (!reaches(path, box)) return 'none';
  const segments = segmentsOf(path);
  if (segments.some((it) => crosses(it, box))) return 'part';
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
  return isInside(centre, segments, rule) ? 'all' : 'none';
}

/** Whether a line of some width passes through a box. */
export function strokeTouches(path: Path, width: number, box: Box): boolean {
  const reach = width / 2;
  const grown = {
    x: box.x - reach,
    y: box.y - reach,
    width: box.width + width,
    height: box.height + width,
  };
  return reaches(path, grown) && segmentsOf(path).some((it) => crosses(it, grown));
}

/** Whether an outline's points, among them the handles that hold its curves in, span a part of a box. */
function reaches(path: Path, box: Box): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const step of path) {
    for (let at = 1; at < step.length; at += 2) {
      const [x, y] = [step[at] as number, step[at + 1] as number];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}

/** Whether a segment has a part inside a box (Liang and Barsky's clipping). */
function crosses([[x, y], [toX, toY]]: Segment, box: Box): boolean {
  const [dx, dy] = [toX - x, toY - y];
  let [from, to] = [0, 1];
  const edges: readonly (readonly [number, number])[] = [
    [-dx, x - box.x],
    [dx, box.x + box.width - x],
    [-dy, y - box.y],
    [dy, box.y + box.height - y],
  ];
  for (const [p, q] of edges) {
    if (p === 0 && q <= 0) return false;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from < to;
}

function isInside([x, y]: Point, segments: readonly Segment[], rule: 'nonzero' | 'evenodd') {
  let turns = 0;
  let crossings = 0;
  for (const [[x1, y1], [x2, y2]] of segments) {
    if (y1 <= y === y2 <= y) continue;
    if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) <= x) continue;
    crossings++;
    turns += y2 > y1 ? 1 : -1;
  }
  return rule === 'evenodd' ? crossings % 2 === 1 : turns !== 0;
}
