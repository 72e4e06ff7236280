import { applyTo, type Matrix } from '../../units/matrix.js';
import type { Bounds } from './drawn.js';

const RECTANGLE: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

const cross = (a: readonly [number, number], b: readonly [number, number]): number =>
  a[0] * b[1] - a[1] * b[0];

/** The path that is being built: its bounds on the page, and whether it is one rectangle. */
export class PathShape {
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;
  /** Parts that are rectangles, and parts that are not. */
  #rectangles = 0;
  #others = 0;
  #corners: (readonly [number, number])[] = [];
  #isStraight = true;
  /** Twice the area inside, holes taken off. */
  #area = 0;
  #start: readonly [number, number] = [0, 0];
  #last: readonly [number, number] = [0, 0];

  /** Square points inside; curves count as the lines between their points. */
  get area(): number {
    return Math.abs(this.#area + cross(this.#last, this.#start)) / 2;
  }

  get isEmpty(): boolean {
    return this.#left === Infinity;
  }

  get bounds(): Bounds {
    return this.isEmpty ? [0, 0, 0, 0] : [this.#left, this.#bottom, this.#right, this.#top];
  }

  /** One rectangle along the axes, whether by `re` or by four lines. */
  get isRectangle(): boolean {
    const isOpen = this.#corners.length > 0;
    const isBox = isOpen && this.#isBoxOfLines();
    const rectangles = this.#rectangles + (isBox ? 1 : 0);
    return rectangles === 1 && this.#others + (isOpen && !isBox ? 1 : 0) === 0;
  }

  /** Takes a path operator; false for any other. */
  add(operator: string, numbers: readonly number[], ctm: Matrix): boolean {
    if (operator === 're') this.#rectangle(numbers, ctm);
    else if (operator === 'm') this.#move(numbers, ctm);
    else if (operator === 'l') this.#points(numbers, ctm);
    else if (operator === 'c' || operator === 'v' || operator === 'y') {
      this.#isStraight = false;
      this.#points(numbers, ctm);
    } else return operator === 'h';
    return true;
  }

  #rectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[], ctm: Matrix): void {
    const isAlong = (ctm[1] === 0 && ctm[2] === 0) || (ctm[0] === 0 && ctm[3] === 0);
    if (isAlong) this.#rectangles += 1;
    else this.#others += 1;
    for (const [over, up] of RECTANGLE) this.#grow(applyTo(ctm, x + over * width, y + up * height));
    this.#area += 2 * width * height * (ctm[0] * ctm[3] - ctm[1] * ctm[2]);
  }

  #move(numbers: readonly number[], ctm: Matrix): void {
    this.#close();
    this.#area += cross(this.#last, this.#start);
    this.#start = this.#last = applyTo(ctm, numbers[0] ?? 0, numbers[1] ?? 0);
    this.#points(numbers, ctm);
  }

  #points(numbers: readonly number[], ctm: Matrix): void {
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const point = applyTo(ctm, numbers[at] ?? 0, numbers[at + 1] ?? 0);
      this.#grow(point);
      this.#area += cross(this.#last, point);
      this.#last = point;
      if (this.#corners.length < 8) this.#corners.push(point);
    }
  }

  #close(): void {
    if (this.#corners.length === 0) return;
    if (this.#isBoxOfLines()) this.#rectangles += 1;
    else this.#others += 1;
    this.#corners = [];
    this.#isStraight = true;
  }

  #isBoxOfLines(): boolean {
    const [a, b, c, d, e] = this.#corners;
    const isFive = this.#corners.length === 5 && e !== undefined && a !== undefined;
    const isBack = isFive && e[0] === a[0] && e[1] === a[1];
    if (!this.#isStraight || !(this.#corners.length === 4 || isBack)) return false;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return false;
    const along = (p: readonly [number, number], q: readonly [number, number]) =>
      Math.abs(p[0] - q[0]) < 1e-6 || Math.abs(p[1] - q[1]) < 1e-6;
    return along(a, b) && along(b, c) && along(c, d) && along(d, a);
  }

  #grow([x, y]: readonly [number, number]): void {
    this.#left = Math.min(this.#left, x);
    this.#right = Math.max(this.#right, x);
    this.#bottom = Math.min(this.#bottom, y);
    this.#top = Math.max(this.#top, y);
  }
}
