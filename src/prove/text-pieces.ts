import type { PaintState } from './graphics-state.js';

/** Text as it is shown: one glyph, or the glyphs that an /ActualText stands for. Points of the page's own space. */
export interface Piece {
  readonly text: string | undefined;
  readonly hasActualText: boolean;
  readonly x0: number;
  readonly x1: number;
  /** Of the first glyph's origin. */
  readonly y: number;
  readonly size: number;
  readonly paint: PaintState;
  /** Glyphs in the embedded font, in the order in which they are shown. */
  readonly glyphs: readonly number[];
  readonly font: string;
  /** Text that is set to be seen by nobody (render mode 3 and 7). */
  readonly isHidden: boolean;
  /** The marked part of the page's content that it stands in, where that has a number. */
  readonly mcid: number | undefined;
  /** Which Form XObject that stands on the page it came from; 0 for the page itself. */
  readonly form: number;
}

/** One glyph as it is shown. */
export interface Shown extends Omit<Piece, 'glyphs' | 'hasActualText' | 'mcid'> {
  readonly glyph: number;
}

/** An open marked-content section; `text` where it carries /ActualText. */
interface Marked {
  readonly text: string | undefined;
  readonly mcid: number | undefined;
  readonly glyphs: Shown[];
}

/** Gathers glyphs into pieces of text: the outermost /ActualText holds; a glyph outside of any stands for itself. */
export class TextPieces {
  readonly all: Piece[] = [];
  readonly #open: Marked[] = [];

  /** How many sections are open. */
  get depth(): number {
    return this.#open.length;
  }

  begin(text: string | undefined, mcid?: number | undefined): void {
    this.#open.push({ text, mcid: mcid ?? this.#open.at(-1)?.mcid, glyphs: [] });
  }

  add(shown: Shown): void {
    const open = this.#open;
    for (const holder of open)
      if (holder.text !== undefined) {
        holder.glyphs.push(shown);
        return;
      }
    // Spelt out: a page has thousands of glyphs, and to copy what is left of an object takes ten times as long.
    const { text, x0, x1, y, size, paint, font, isHidden, form, glyph } = shown;
    const mcid = open.length > 0 ? open[open.length - 1]?.mcid : undefined;
    const glyphs = [glyph];
    const hasActualText = false;
    this.all.push({
      text,
      hasActualText,
      x0,
      x1,
      y,
      size,
      paint,
      glyphs,
      font,
      isHidden,
      mcid,
      form,
    });
  }

  end(): void {
    const ended = this.#open.pop();
    const first = ended?.glyphs[0];
    if (ended?.text === undefined || first === undefined) return;
    const { glyph: _, ...rest } = first;
    const x0 = ended.glyphs.reduce((least, it) => Math.min(least, it.x0), first.x0);
    const x1 = ended.glyphs.reduce((most, it) => Math.max(most, it.x1), first.x1);
    const glyphs = ended.glyphs.map(({ glyph }) => glyph);
    const { text, mcid } = ended;
    this.all.push({ ...rest, text, mcid, hasActualText: true, x0, x1, glyphs });
  }
}
