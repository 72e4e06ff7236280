import type { DieStep } from './die-step.js';
import type { FoldStep } from './fold-step.js';
import type { InBox } from './in-box.js';
import type { FromFile } from './source-file.js';

/** A panel's place on its side: name and width in mm, left to right as one looks at that side. */
export interface FormatPanel {
  readonly name: string;
  readonly width: number;
  /** Which row of its side it stands in, from 1 at the top; absent where a side has one row. */
  readonly row?: number | undefined;
  /** Stands on its head on the flat piece, so that it is upright when folded. */
  readonly turned?: boolean | undefined;
}

/** One side of the finished piece, flat. */
export interface FormatSide {
  readonly name: string;
  readonly panels: readonly FormatPanel[];
  /** Heights of its rows in mm, from the top; absent where there is one row as high as the trim. */
  readonly rows?: readonly number[] | undefined;
}

/** A part of a side that must stay free of something, as data. */
export interface KeepOut {
  readonly sides: readonly string[];
  readonly from: 'bottom' | 'top';
  /** mm from that edge. */
  readonly height: number;
  readonly of: readonly ('number' | 'code' | 'copy')[];
  readonly why: string;
}

/** What the sizes of a folded piece hold for: heavier paper needs more compensation at its folds. */
interface Stock {
  /** g/m². */
  readonly from: number;
  readonly to: number;
  /** How thick one sheet is, mm. */
  readonly caliper: number;
  readonly why: string;
}

/** Least sizes of a QR code, mm. */
interface CodeSizes {
  readonly module: number;
  readonly size: number;
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
  /** `roll`: the flap tucks in; `half`: two equal panels; `z`: equal panels, folded to and fro; `cross`: folded across, then once more. */
  readonly fold: 'none' | 'roll' | 'half' | 'z' | 'cross';
  /** The folds in the order in which they are made; absent where `fold` says enough. */
  readonly folding?: readonly FoldStep[] | undefined;
  /** The fold's number in CIP4's catalogue, such as `F6-5`, for job tickets. */
  readonly foldCatalog?: string | undefined;
  readonly stock?: Stock | undefined;
  /** What the trade calls the piece (GWG 2022): `sheet` work, or a `label`, which a die cuts out. */
  readonly product?: 'sheet' | 'label' | undefined;
  /** What is cut, creased, perforated, drilled or glued, as drawn on the first side. */
  readonly die?: readonly DieStep[] | undefined;
  readonly codes?: CodeSizes | undefined;
  /** Of a piece whose size follows the phone's box. */
  readonly inBox?: InBox | undefined;
  /** Panel names as a reader meets them. */
  readonly readingOrder: readonly string[];
  readonly keepOut: readonly KeepOut[];
}
