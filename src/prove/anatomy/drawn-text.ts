import { concat, type Matrix } from '../../units/matrix.js';
import { backBy, shownParts } from '../shown-parts.js';
import type { Operand } from '../tokens.js';
import { boundsOnPage } from './bounds-on-page.js';
import type { DrawnText, Shape } from './drawn.js';
import type { Graphics } from './graphics.js';
import { type FullState, fillInk, strokeInk } from './state.js';
import type { UsedFont } from './used-font.js';

/** How much of its line usual text covers with ink: measured on our own pages, rounded up. */
const TEXT_COVERAGE = 0.25;

/** What a text-showing operator shows. */
export interface ShownLine {
  readonly codes: readonly number[];
  /** Absent where it shows no glyph. */
  readonly shape: Shape | undefined;
  /** False where a string has no font to be read with. */
  readonly isWhole: boolean;
}

/** Shows text, moves the cursor behind it and notes what its font is used for; undefined for any other operator. */
export function drawnText(
  operator: string,
  operands: readonly Operand[],
  numbers: readonly number[],
  { state, cursor }: Graphics,
): ShownLine | undefined {
  const { base, font } = state;
  const parts = shownParts(operator, operands, numbers, base, cursor);
  if (parts === undefined) return undefined;
  const start = cursor.text;
  const codes: number[] = [];
  let wide = 0;
  let isWhole = true;
  for (const part of parts) {
    let step: number;
    if (typeof part === 'number') step = backBy(part, base);
    else if (!(part instanceof Uint8Array)) continue;
    else if (font !== undefined) step = widthOf(part, font, base, codes);
    else {
      isWhole = false;
      continue;
    }
    cursor.advance(step);
    wide += step;
  }
  const shape = codes.length === 0 ? undefined : shapeOf(start, wide, codes, state);
  return { codes, shape, isWhole };
}

/** How far a string moves the pen; its codes are noted. */
function widthOf(
  bytes: Uint8Array,
  font: UsedFont,
  base: FullState['base'],
  codes: number[],
): number {
  let pen = 0;
  const isSeen = base.render !== 3;
  for (const code of font.codesOf(bytes)) {
    codes.push(code);
    font.used.set(code, isSeen || font.used.get(code) === true);
    const space = code === 32 && font.cmap === undefined ? base.wordSpace : 0;
    pen += (((font.widthOf(code) ?? 500) / 1000) * base.size + base.charSpace + space) * base.scale;
  }
  return pen;
}

function shapeOf(start: Matrix, wide: number, codes: readonly number[], state: FullState): Shape {
  const { base, font } = state;
  const place = concat(start, base.ctm);
  // Descent and ascent of usual type, as shares of its size.
  const [low, high] = [base.rise - 0.25 * base.size, base.rise + 0.8 * base.size];
  const size = Math.abs(base.size) * Math.hypot(place[2], place[3]);
  const text: DrawnText = { font, size, codes, mode: base.render };
  return {
    kind: 'text',
    bounds: boundsOnPage(place, [0, low, wide, high]),
    coverage: TEXT_COVERAGE,
    fill: [0, 2, 3, 4, 6, 7].includes(base.render) ? fillInk(state) : undefined,
    stroke: [1, 2, 5, 6].includes(base.render) ? strokeInk(state) : undefined,
    text,
  };
}
