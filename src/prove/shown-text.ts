import { applyTo, concat, type Matrix } from '../units/matrix.js';
import {
  type GraphicsState,
  type PaintState,
  startState,
  type TextCursor,
} from './graphics-state.js';
import type { ReadFont } from './read-font.js';
import { type Shown, TextPieces } from './text-pieces.js';

type Look = Pick<Shown, 'size' | 'paint' | 'font' | 'isHidden' | 'form'>;

/** The text that content shows: each glyph with its place, ink and font, gathered into pieces. */
export class ShownText {
  readonly pieces = new TextPieces();
  /** What the last text was painted with, and the ink that this was made of: most text is painted as what stands before it. */
  #paintOf: { readonly fill: GraphicsState['fill']; readonly paint: PaintState } = paintOfStart();

  /** Shows a string, of which at most `most` glyphs are read, and moves the cursor behind it; gives how many were read. */
  show(
    bytes: Uint8Array,
    font: ReadFont,
    state: GraphicsState,
    cursor: TextCursor,
    { form, most }: { readonly form: number; readonly most: number },
  ): number {
    const { size, scale, charSpace, wordSpace, rise } = state;
    const place = concat(cursor.text, state.ctm);
    const [left, y] = applyTo(place, 0, rise);
    const look = this.#look(place, font, state, form);
    let pen = 0;
    let read = 0;
    for (const { glyph, text, width, isSpace } of font.decode(bytes)) {
      read += 1;
      if (read > most) return read;
      const wide = (width / 1000) * size * scale;
      const x = left + place[0] * pen;
      const end = x + place[0] * wide;
      const { paint, font: face, isHidden } = look;
      this.pieces.add({
        text,
        x0: Math.min(x, end),
        x1: Math.max(x, end),
        y: y + place[1] * pen,
        size: look.size,
        paint,
        font: face,
        isHidden,
        form,
        glyph,
      });
      pen += wide + (charSpace + (isSpace ? wordSpace : 0)) * scale;
    }
    cursor.advance(pen);
    return read;
  }

  #look(
    place: Matrix,
    font: ReadFont,
    { fill, overprints, mode, size, render }: GraphicsState,
    form: number,
  ): Look {
    const { fill: last, paint } = this.#paintOf;
    const isSame = fill === last && paint.overprints === overprints && paint.mode === mode;
    if (!isSame) this.#paintOf = { fill, paint: { ...fill, overprints, mode } };
    return {
      size: Math.abs(size) * Math.hypot(place[2], place[3]),
      paint: this.#paintOf.paint,
      font: font.name,
      isHidden: render === 3 || render === 7,
      form,
    };
  }
}

const paintOfStart = () => {
  const { fill, overprints, mode } = startState();
  return { fill, paint: { ...fill, overprints, mode } };
};
