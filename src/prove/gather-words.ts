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
  const open = new OpenWord();
  const close = (): void => {
    const word = open.end(trim);
    if (word !== undefined && word.text !== '') words.push(word);
  };
  for (const piece of pieces) {
    const text = piece.text ?? '\uFFFD';
    if (!open.isBeside(piece)) close();
    if (!WHITE.test(text)) {
      open.add(piece, text);
      continue;
    }
    text.split(/\s+/u).forEach((part, at) => {
      if (at > 0) close();
      if (part !== '') open.add(piece, part);
    });
  }
  close();
  return words;
}

const WHITE = /\s/u;

/** A word to which further glyphs may belong. */
class OpenWord {
  #pieces: Piece[] = [];
  #text = '';
  #x0 = 0;
  #x1 = 0;

  add(piece: Piece, text: string): void {
    const isFirst = this.#pieces.length === 0;
    this.#x0 = isFirst ? piece.x0 : Math.min(this.#x0, piece.x0);
    this.#x1 = isFirst ? piece.x1 : Math.max(this.#x1, piece.x1);
    this.#pieces.push(piece);
    this.#text += text;
  }

  /** Whether a glyph belongs to it; also where nothing is open yet. */
  isBeside(next: Piece): boolean {
    const before = this.#pieces[this.#pieces.length - 1];
    return before === undefined || isBeside(this.#x0, this.#x1, before, next);
  }

  /** The word as it stands; afterwards none is open. Undefined where none was. */
  end(trim: { readonly left: number; readonly top: number }): ReadWord | undefined {
    const pieces = this.#pieces;
    const [first] = pieces;
    if (first === undefined) return undefined;
    const word = {
      text: spoken(this.#text),
      x0: fromPt(this.#x0 - trim.left),
      x1: fromPt(this.#x1 - trim.left),
      y: fromPt(trim.top - first.y),
      size: fromPt(first.size),
      paint: first.paint,
      glyphs: pieces.length === 1 ? first.glyphs : pieces.flatMap(({ glyphs }) => glyphs),
      isHidden: pieces.some(({ isHidden }) => isHidden),
      mcid: first.mcid,
    };
    this.#pieces = [];
    this.#text = '';
    return word;
  }
}

function isBeside(left: number, right: number, before: Piece, next: Piece): boolean {
  const reach = WORD_GAP * Math.max(before.size, next.size);
  const isNear = next.x0 <= right + reach && next.x1 >= left - reach;
  const isLevel = Math.abs(next.y - before.y) <= LINE_GAP * Math.max(before.size, next.size);
  const isOneMark = before.mcid === next.mcid;
  return before.form === next.form && isOneMark && isNear && isLevel;
}
