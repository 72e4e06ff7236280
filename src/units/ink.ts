/** Shares of cyan, magenta, yellow and black, each from 0 (none) to 1 (solid). */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** What a brand token prints with: four process inks, or a spot ink with its CMYK fallback. */
export interface Ink {
  /** The brand token, such as `accent`; findings name it. */
  readonly token: string;
  /** The process inks; for a spot ink its fallback at full tint. */
  readonly cmyk: Cmyk;
  /** A plate of its own, such as `Northstar Orange`, with the share that is printed (0 to 1). */
  readonly spot?: { readonly name: string; readonly tint: number } | undefined;
}

/** Black on the black plate alone: what text prints in, so that plates need not meet. */
export const BLACK: Ink = { token: 'black', cmyk: [0, 0, 0, 1] };

/** No ink: the paper. */
export const PAPER: Ink = { token: 'paper', cmyk: [0, 0, 0, 0] };
