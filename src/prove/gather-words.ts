import { fromPt } from '../units/length.js';
import type { PaintState } from './graphics-state.js';
import { spoken } from './spoken.js';
import type { Piece } from './text-pieces.js';

/** A word as it stands in a file: text between white space or gaps. mm from the trim's top left. */
export interface ReadWord {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly paint: PaintState;
  readonly glyphs: readonly number[];
  readonly isHidden: boolean;
  /** The marked part of the page that it stands in. */
  readonly mcid?: number | undefined;
}

/** Further apart than this share of the size, letters are two words; a space is 0.2 and more, kerning 0.1 and less. */
const WORD_GAP = 0.15;
/** Higher or lower than this share of the size, letters stand on two lines. */
const LINE_GAP = 0.6;

/** Joins glyphs into words in painting order; `left` and `top` are the trim's, in points. */
export function gatherWords(
  pieces: readonly Piece[],
  trim: { readonly left: number; readonly top: number },
): readonly ReadWord[] {
  const words: ReadWord[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    if (open.length > 0) words.push(toWord(open, trim));
    open = [];
  };
  for (const piece of pieces) {
    const parts = (piece.text ?? '\uFFFD').split(/\s+/u);
    const before = open.at(-1);
    if (before !== undefined && !isBeside(open, before, piece)) close();
    parts.forEach((part, at) => {
      if (at > 0) close();
      if (part !== '') open.push({ ...piece, text: part });
    });
  }
  close();
  return words.filter(({ text }) => text !== '');
}

function isBeside(open: readonly Piece[], before: Piece, next: Piece): boolean {
  const reach = WORD_GAP * Math.max(before.size, next.size);
  const left = Math.min(...open.map(({ x0 }) => x0));
  const right = Math.max(...open.map(({ x1 }) => x1));
  const isNear = next.x0 <= right + reach && next.x1 >= left - reach;
  const isLevel = Math.abs(next.y - before.y) <= LINE_GAP * Math.max(before.size, next.size);
  const isOneMark = before.mcid === next.mcid;
  return before.form === next.form && isOneMark && isNear && isLevel;
}

function toWord(pieces: readonly Piece[], trim: { left: number; top: number }): ReadWord {
  const first = pieces[0] as Piece;
  return {
    text: spoken(pieces.map(({ text }) => text ?? '').join('')),
    x0: fromPt(Math.min(...pieces.map(({ x0 }) => x0)) - trim.left),
    x1: fromPt(Math.max(...pieces.map(({ x1 }) => x1)) - trim.left),
    y: fromPt(trim.top - first.y),
    size: fromPt(first.size),
    paint: first.paint,
    glyphs: pieces.flatMap(({ glyphs }) => glyphs),
    isHidden: pieces.some(({ isHidden }) => isHidden),
    mcid: first.mcid,
  };
}
