import type { Origin, Paragraph } from '../compose/blocks.js';
import type { Ink } from '../units/ink.js';
import type { Face } from './face.js';

/** A glyph in its run. Lengths in mm. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  /** Shift from the pen position; y upwards. */
  readonly dx: number;
  readonly dy: number;
  /** The characters of its cluster on the cluster's first glyph in visual order, '' on the cluster's others. */
  readonly text: string;
  /** Index into the line's words; -1 for a space between words. */
  readonly word: number;
}

/** Glyphs of one face, size, ink and direction, in visual order. */
export interface GlyphRun {
  readonly face: Face;
  readonly size: number;
  readonly ink: Ink;
  /** From the line's own left end, mm. */
  readonly x: number;
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  readonly glyphs: readonly Glyph[];
}

/** A stretch of a word whose letters come from one place. */
export interface WordPart {
  readonly text: string;
  readonly origin: Origin;
}

/** A word as approved (logical order, white space apart), and where it stands on its line. */
export interface SetWord {
  readonly text: string;
  /** From the line's left end, mm. */
  readonly x: number;
  readonly width: number;
  /**
   * In logical order. More than one where copy and a value stand side by side without a space: as Chinese is
   * written, or a full stop after a number.
   */
  readonly parts: readonly WordPart[];
}

/** A line of text. Lengths in mm. */
export interface SetLine {
  /** From the paragraph's left edge, by its alignment. */
  readonly x: number;
  /** From the paragraph's top edge. */
  readonly baseline: number;
  readonly width: number;
  /** Highest and lowest ink of the line's faces, from the baseline, both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** In visual order, left to right. */
  readonly runs: readonly GlyphRun[];
  /** In logical order. */
  readonly words: readonly SetWord[];
}

/** A paragraph broken into lines of a given width. */
export interface SetParagraph {
  readonly paragraph: Paragraph;
  /** The width it was set to, mm. */
  readonly measure: number;
  /** Widest line. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly SetLine[];
  /** The longest line in characters. */
  readonly longestLine: number;
}
