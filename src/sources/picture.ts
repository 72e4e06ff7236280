import type { Place } from '../diagnostics/finding.js';

/** A raster picture as it was delivered: pixels of eight bits a channel, row by row, upright. */
export interface Picture {
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly pixels: Uint8Array;
  /** The profile that its maker put in; pixels without one are sRGB. */
  readonly icc?: Uint8Array | undefined;
  /** Line art of one bit: it prints on the black plate alone. */
  readonly isBitmap: boolean;
  /** The same pixels in the inks of the press, four bytes each; only once they are separated. */
  readonly inks?: Uint8Array | undefined;
  /** Where it is named. */
  readonly place: Place;
}

/** Files of pictures by name, each with where it is named. */
export type PictureFiles = Readonly<
  Record<string, { readonly file: string; readonly place: Place }>
>;

/** The pictures that a template may print in one brand: its own and the brand's, of which the brand's win. */
export type PictureSet = Readonly<Record<string, Picture>>;
