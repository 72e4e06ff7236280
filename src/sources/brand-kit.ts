import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import type { PictureFiles } from './picture.js';
import type { FromFile } from './source-file.js';

/** A filled part of a drawing. Strokes become outlines or their own part with `stroke`. */
export interface ArtShape {
  readonly path: Path;
  readonly fill?: Ink | 'current' | undefined;
  readonly fillRule?: 'nonzero' | 'evenodd' | undefined;
  readonly stroke?:
    | {
        readonly ink: Ink | 'current';
        readonly width: number;
        readonly cap: 'butt' | 'round' | 'square';
        readonly join: 'miter' | 'round' | 'bevel';
      }
    | undefined;
}

/** An SVG read into outlines, in the units of its own view box (origin at 0, 0). */
export interface Art {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ArtShape[];
  readonly file: string;
}

/** A logo with the owner's rules. */
export interface Logo extends Art {
  /** Empty border, as a share of the logo's drawn height. */
  readonly clearSpace: number;
  /** Smallest drawn width in mm. */
  readonly minWidth: number;
  /** What a screen reader says. */
  readonly alt: string;
}

/** A colour as the kit writes it where it names no inks: sRGB from 0 to 1, or CIE L*a*b* (D50). */
export interface WrittenColour {
  readonly space: 'srgb' | 'lab';
  readonly components: readonly [number, number, number];
}

/** A token's ink and the exact sRGB that stands for it in CSS and SVG. */
export interface BrandInk extends Ink {
  /** Lower case `#rrggbb`. */
  readonly srgb: string;
  /** Only where the kit names no inks: they are then the press profile's to give, and none until it has. */
  readonly written?: WrittenColour | undefined;
}

/** A family: weight -> font file (a package's or the kit's); a variable font is pinned to the weight. */
export interface FontFamily {
  readonly name: string;
  readonly faces: Readonly<
    Record<string, { readonly file: string; readonly pin?: number | undefined }>
  >;
}

/** `brand-kits/<id>/brand.json`. */
export interface BrandKit extends FromFile {
  readonly id: string;
  readonly name: string;
  readonly inks: Readonly<Record<string, BrandInk>>;
  /** Roles that CSS may name: `body`, `heading`. */
  readonly fonts: Readonly<Record<'body' | 'heading', FontFamily>>;
  /** By name; `main` is always there. `reversed` for dark grounds. */
  readonly logos: Readonly<Record<string, Logo>>;
  /** Raster pictures by name, as files. */
  readonly pictures?: PictureFiles | undefined;
  /** The legal line: company, address. Language-neutral. */
  readonly imprint: string;
  /** Who in the shop a member of staff turns to; print stops when blank. */
  readonly safeguardingLead: string;
}
