import type { GlyphShape } from './glyph-shape.js';

/** A rectangle of pixels on a page; right and bottom lie outside it. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An outline at its place: origin in pixels of the page, and pixels in a font unit. */
export interface PlacedShape {
  readonly shape: GlyphShape;
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The pixels that an outline touches; undefined for one that holds nothing, such as a space. */
export function boundsOf({ shape, x, y, scaleX, scaleY }: PlacedShape): PixelBox | undefined {
  if (!(shape.xMax > shape.xMin && shape.yMax > shape.yMin)) return undefined;
  return {
    left: Math.floor(x + shape.xMin * scaleX),
    top: Math.floor(y - shape.yMax * scaleY),
    right: Math.ceil(x + shape.xMax * scaleX),
    bottom: Math.ceil(y - shape.yMin * scaleY),
  };
}

/** The smallest box round two. */
export const around = (a: PixelBox | undefined, b: PixelBox): PixelBox =>
  a === undefined
    ? b
    : {
        left: Math.min(a.left, b.left),
        top: Math.min(a.top, b.top),
        right: Math.max(a.right, b.right),
        bottom: Math.max(a.bottom, b.bottom),
      };

/** Full cover of a pixel, as a canvas counts it. */
export const FULL = 255;

/**
 * How much of each pixel a panel's glyphs cover, from 0 to 255. All on one ground, so that a box which
 * neighbours reach into (Nastaliq) owes their ink too.
 */
export class InkCanvas {
  readonly box: PixelBox;
  readonly width: number;
  readonly data: Uint8Array;
  /** One glyph's signed areas; all zero between two glyphs. */
  #sums = new Float32Array(0);

  constructor(box: PixelBox) {
    this.box = box;
    this.width = box.right - box.left;
    this.data = new Uint8Array(this.width * Math.max(0, box.bottom - box.top));
  }

  /**
   * Adds the exact area that an outline covers of each pixel, by the signed area of its lines: each
   * line adds what lies to its right, and a running sum over the row gives the cover.
   */
  add(placed: PlacedShape): void {
    const bounds = boundsOf(placed);
    if (bounds === undefined) return;
    const { shape, x, y, scaleX, scaleY } = placed;
    const width = bounds.right - bounds.left + 2;
    const height = bounds.bottom - bounds.top;
    if (this.#sums.length < width * height + 2)
      this.#sums = new Float32Array(2 * width * height + 2);
    const { lines } = shape;
    const [dx, dy] = [x - bounds.left, y - bounds.top];
    for (let at = 0; at + 3 < lines.length; at += 4)
      this.#addLine(
        width,
        height,
        dx + (lines[at] as number) * scaleX,
        dy - (lines[at + 1] as number) * scaleY,
        dx + (lines[at + 2] as number) * scaleX,
        dy - (lines[at + 3] as number) * scaleY,
      );
    this.#settle(bounds, width, height);
  }

  /** Turns a glyph's sums into cover on the canvas, and the sums back to zero. */
  #settle(bounds: PixelBox, width: number, height: number): void {
    const [sums, data] = [this.#sums, this.data];
    for (let row = 0; row < height; row += 1) {
      const to = (bounds.top - this.box.top + row) * this.width + bounds.left - this.box.left;
      let sum = 0;
      for (let column = 0; column < width; column += 1) {
        sum += sums[row * width + column] as number;
        sums[row * width + column] = 0;
        const cover = Math.min(1, Math.abs(sum)) * FULL;
        if (cover < 0.5 || column >= width - 2) continue;
        const all = (data[to + column] as number) + Math.round(cover);
        data[to + column] = all < FULL ? all : FULL;
      }
    }
    sums.fill(0, width * height, width * height + 2);
  }

  // Plain variables throughout: what takes arrays apart runs ten times as long until it is compiled for speed, and most runs end before.
  #addLine(width: number, height: number, x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const isDown = y0 < y1;
    const fromY = isDown ? y0 : y1;
    const toY = isDown ? y1 : y0;
    const slope = (x1 - x0) / (y1 - y0);
    const last = Math.min(height, Math.ceil(toY));
    let x = isDown ? x0 : x1;
    for (let row = Math.max(0, Math.floor(fromY)); row < last; row += 1) {
      const dy = Math.min(row + 1, toY) - Math.max(row, fromY);
      const next = x + slope * dy;
      const d = isDown ? dy : -dy;
      if (x < next) this.#addSpan(row * width, d, x, next);
      else this.#addSpan(row * width, d, next, x);
      x = next;
    }
  }

  /** One row's part of a line, from `x0` to `x1`: shares its height among the pixels that it crosses. */
  #addSpan(row: number, d: number, x0: number, x1: number): void {
    const sums = this.#sums;
    const first = Math.max(0, Math.floor(x0));
    const last = Math.ceil(x1);
    if (last <= first + 1) {
      const middle = d * ((x0 + x1) / 2 - first);
      sums[row + first] = (sums[row + first] as number) + d - middle;
      sums[row + first + 1] = (sums[row + first + 1] as number) + middle;
      return;
    }
    const share = d / (x1 - x0);
    let before = 0;
    for (let cell = first; cell < last; cell += 1) {
      const from = Math.max(x0, cell);
      const to = Math.min(x1, cell + 1);
      const height = share * (to - from);
      const middle = height * ((from + to) / 2 - cell);
      sums[row + cell] = (sums[row + cell] as number) + before + height - middle;
      before = middle;
    }
    sums[row + last] = (sums[row + last] as number) + before;
  }
}
