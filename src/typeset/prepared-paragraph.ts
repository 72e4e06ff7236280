import type { InlineRun, Paragraph, TextStyle } from '../compose/blocks.js';
import type { Assigned } from './assign-faces.js';
import type { ScaledFace } from './face-chain.js';
import type { ShapedText } from './shape-text.js';

/** A stretch of text that is shaped as one: one face, style, script, level. */
export interface Item {
  /** Indices into the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly face: ScaledFace;
  readonly style: TextStyle;
  readonly script: string | undefined;
  readonly tabular: boolean;
  /** Millimetres to a font unit. */
  readonly unit: number;
  readonly shaped: ShapedText;
}

/** Text between two line breaks that the copy asks for. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** In logical order; together they are the segment. */
  readonly items: readonly Item[];
  /** Where lines may end; indices into the paragraph's text. */
  readonly usual: readonly number[];
  readonly lastResort: readonly number[];
  /** Those of `usual` where a word parts. */
  readonly hyphens: readonly number[];
}

/** A paragraph with everything that does not depend on the width it is set to. */
export interface PreparedParagraph {
  readonly paragraph: Paragraph;
  readonly text: string;
  /** For each UTF-16 unit the run that it stands in. */
  readonly runAt: (index: number) => InlineRun;
  readonly segments: readonly Segment[];
  /** Where a word parts with a hyphen that its text does not hold; indices into the text. */
  readonly hyphens: ReadonlySet<number>;
  /** Width of all clusters that begin before an index, mm. */
  readonly widthBefore: Float64Array;
  /** Letters, as a reader sees letters, that begin before an index. */
  readonly lettersBefore: Uint32Array;
  /** Letters that no face has or can shape, with the index where they stand. */
  readonly faults: readonly {
    readonly at: number;
    readonly letter: string;
    readonly how: Assigned;
  }[];
  /** Half-leading is measured from this face, the one that most letters are set in; mm. */
  readonly ascent: number;
  readonly descent: number;
}
