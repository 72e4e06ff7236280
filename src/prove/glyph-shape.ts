import type { OwedFace } from './owed-form.js';

/** A glyph's outline as straight lines, in font units, y upwards. */
export interface GlyphShape {
  /** x0, y0, x1, y1 of each line, one after the other. */
  readonly lines: Float64Array;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Straight lines that stand for one curve: a hundredth of a pixel at 22 pt. */
const STEPS = 4;

const shelves = new WeakMap<OwedFace, Map<number, GlyphShape>>();

/** A glyph's outline from the face itself, not from the file that is proven. */
export function glyphShape(face: OwedFace, glyph: number): GlyphShape {
  const shelf = shelves.get(face) ?? new Map<number, GlyphShape>();
  shelves.set(face, shelf);
  const known = shelf.get(glyph);
  if (known !== undefined) return known;
  const shape = toShape(flatten(face.outlineOf(glyph)));
  shelf.set(glyph, shape);
  return shape;
}

function toShape(lines: readonly number[]): GlyphShape {
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < lines.length; at += 2) {
    const x = lines[at] ?? 0;
    const y = lines[at + 1] ?? 0;
    if (x < xMin) xMin = x;
    if (x > xMax) xMax = x;
    if (y < yMin) yMin = y;
    if (y > yMax) yMax = y;
  }
  return { lines: Float64Array.from(lines), xMin, yMin, xMax, yMax };
}

const COMMAND = /([MLHVQCZ])([^MLHVQCZ]*)/gi;

/** SVG path data in absolute commands to lines; what a font's outline needs: M, L, H, V, Q, C, Z. */
function flatten(path: string): readonly number[] {
  const lines: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    if (toX !== x || toY !== y) lines.push(x, y, toX, toY);
    x = toX;
    y = toY;
  };
  for (const [, command = '', rest = ''] of path.matchAll(COMMAND)) {
    const n = (rest.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    if (command === 'Z' || command === 'z') lineTo(startX, startY);
    else if (command === 'M') {
      lineTo(startX, startY);
      [x, y, startX, startY] = [n[0] ?? 0, n[1] ?? 0, n[0] ?? 0, n[1] ?? 0];
      for (let at = 2; at + 1 < n.length; at += 2) lineTo(n[at] ?? 0, n[at + 1] ?? 0);
    } else if (command === 'H') for (const to of n) lineTo(to, y);
    else if (command === 'V') for (const to of n) lineTo(x, to);
    else if (command === 'L')
      for (let at = 0; at + 1 < n.length; at += 2) lineTo(n[at] ?? 0, n[at + 1] ?? 0);
    else curves(command, n, () => [x, y], lineTo);
  }
  lineTo(startX, startY);
  return lines;
}

/** Quadratic and cubic curves as lines. */
function curves(
  command: string,
  n: readonly number[],
  pen: () => readonly [number, number],
  lineTo: (x: number, y: number) => void,
): void {
  const stride = command === 'Q' ? 4 : 6;
  for (let at = 0; at + stride <= n.length; at += stride) {
    const [x0, y0] = pen();
    const p = (nth: number): number => n[at + nth] as number;
    for (let step = 1; step <= STEPS; step += 1) {
      const t = step / STEPS;
      if (stride === 4) lineTo(quadratic(t, x0, p(0), p(2)), quadratic(t, y0, p(1), p(3)));
      else lineTo(cubic(t, x0, p(0), p(2), p(4)), cubic(t, y0, p(1), p(3), p(5)));
    }
  }
}

/** A place on a curve, by de Casteljau's steps. */
const quadratic = (t: number, a: number, b: number, c: number): number =>
  between(t, between(t, a, b), between(t, b, c));

const cubic = (t: number, a: number, b: number, c: number, d: number): number =>
  between(t, quadratic(t, a, b, c), quadratic(t, b, c, d));

const between = (t: number, a: number, b: number): number => a * (1 - t) + b * t;
