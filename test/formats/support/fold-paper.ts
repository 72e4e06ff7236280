import type { FoldStep } from '../../../src/sources/fold-step.js';

/** A picture, three bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A piece of paper: both faces as one would see them from above, the lower one through the paper. */
interface Piece {
  readonly x: number;
  readonly y: number;
  readonly up: Picture;
  readonly down: Picture;
}

/** What one sees of a folded sheet from above and, turned over like a page, from below. */
export interface View {
  readonly above: Picture;
  readonly below: Picture;
}

/**
 * Folds a printed sheet as paper is folded: it is parted at each line, and what lies beyond is turned over.
 * Knows nothing of panels. Gives the flat sheet, then each state after a fold; `scale` is pixels in a mm.
 */
export function foldPaper(
  inside: Picture,
  outside: Picture,
  folds: readonly FoldStep[],
  scale: number,
): readonly View[] {
  let pieces: readonly Piece[] = [{ x: 0, y: 0, up: inside, down: flipped(outside, 'x') }];
  const views = [view(pieces)];
  for (const fold of folds) {
    pieces = foldOnce(pieces, fold, Math.round(fold.at * scale));
    views.push(view(pieces));
  }
  return views;
}

function foldOnce(pieces: readonly Piece[], { part, to }: FoldStep, at: number): readonly Piece[] {
  const axis = part === 'left' || part === 'right' ? 'x' : 'y';
  const parted = pieces.flatMap((it) => partedAt(it, axis, at));
  const isBeyond = (it: Piece) => {
    const middle = axis === 'x' ? it.x + it.up.width / 2 : it.y + it.up.height / 2;
    return part === 'left' || part === 'top' ? middle < at : middle > at;
  };
  const moved = parted.filter(isBeyond).map((it) => turnedOver(it, axis, at));
  const rest = parted.filter((it) => !isBeyond(it));
  moved.reverse();
  return to === 'over' ? [...rest, ...moved] : [...moved, ...rest];
}

function partedAt(piece: Piece, axis: 'x' | 'y', at: number): Piece[] {
  const { x, y, up, down } = piece;
  const cut = at - (axis === 'x' ? x : y);
  const size = axis === 'x' ? up.width : up.height;
  if (cut <= 0 || cut >= size) return [piece];
  const boxes =
    axis === 'x'
      ? ([
          [0, 0, cut, up.height],
          [cut, 0, size - cut, up.height],
        ] as const)
      : ([
          [0, 0, up.width, cut],
          [0, cut, up.width, size - cut],
        ] as const);
  return boxes.map(([left, top, width, height]) => ({
    x: x + left,
    y: y + top,
    up: cropped(up, left, top, width, height),
    down: cropped(down, left, top, width, height),
  }));
}

function turnedOver({ x, y, up, down }: Piece, axis: 'x' | 'y', at: number): Piece {
  const place = axis === 'x' ? { x: 2 * at - x - up.width, y } : { x, y: 2 * at - y - up.height };
  return { ...place, up: flipped(down, axis), down: flipped(up, axis) };
}

function view(pieces: readonly Piece[]): View {
  const left = Math.min(...pieces.map(({ x }) => x));
  const top = Math.min(...pieces.map(({ y }) => y));
  const width = Math.max(...pieces.map(({ x, up }) => x + up.width)) - left;
  const height = Math.max(...pieces.map(({ y, up }) => y + up.height)) - top;
  const paint = (order: readonly Piece[], face: 'up' | 'down'): Picture => {
    const data = new Uint8Array(width * height * 3).fill(128);
    for (const it of order)
      for (let row = 0; row < it.up.height; row += 1) {
        const from = row * it.up.width * 3;
        const to = ((it.y - top + row) * width + it.x - left) * 3;
        data.set(it[face].data.subarray(from, from + it.up.width * 3), to);
      }
    return { width, height, data };
  };
  return {
    above: paint(pieces, 'up'),
    below: flipped(paint([...pieces].reverse(), 'down'), 'x'),
  };
}

/** A part of a picture. */
export function cropped(
  { width: whole, data }: Picture,
  left: number,
  top: number,
  width: number,
  height: number,
): Picture {
  const out = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * whole + left) * 3;
    out.set(data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data: out };
}

function flipped({ width, height, data }: Picture, axis: 'x' | 'y'): Picture {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = axis === 'x' ? [width - 1 - x, y] : [x, height - 1 - y];
      const from = (fromY * width + fromX) * 3;
      out.set(data.subarray(from, from + 3), (y * width + x) * 3);
    }
  return { width, height, data: out };
}
