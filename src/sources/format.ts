import type { FromFile } from './source-file.js';

/** A panel's place on its side: name and width in mm, left to right as one looks at that side. */
interface FormatPanel {
  readonly name: string;
  readonly width: number;
}

/** One side of the finished piece, flat. */
export interface FormatSide {
  readonly name: string;
  readonly panels: readonly FormatPanel[];
}

/** A part of a side that must stay free of something, as data. */
export interface KeepOut {
  readonly sides: readonly string[];
  readonly from: 'bottom' | 'top';
  /** mm from that edge. */
  readonly height: number;
  readonly of: readonly ('number' | 'code')[];
  readonly why: string;
}

/** `templates/formats/<id>.yaml`: the finished piece, in mm. */
export interface Format extends FromFile {
  readonly id: string;
  readonly title: string;
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** Copy keeps this far from the trim and from a fold. */
  readonly live: { readonly fromTrim: number; readonly fromFold: number };
  readonly sides: readonly FormatSide[];
  /** `roll`: the flap tucks in; `half`: two equal panels; `z`: equal panels, folded to and fro. */
  readonly fold: 'none' | 'roll' | 'half' | 'z';
  /** Panel names as a reader meets them. */
  readonly readingOrder: readonly string[];
  readonly keepOut: readonly KeepOut[];
}
