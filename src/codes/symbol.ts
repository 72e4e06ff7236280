import type { Path } from '../units/path.js';

/** A QR code as a shape: dark modules merged, so that no hairline shows between them. */
export interface QrSymbol {
  readonly target: string;
  /** Modules along one side, without the quiet zone. */
  readonly modules: number;
  readonly level: 'L' | 'M' | 'Q' | 'H';
  /** In modules, from the symbol's top left, quiet zone not included. */
  readonly path: Path;
  /** Row by row, true = dark. */
  readonly dark: readonly (readonly boolean[])[];
}

/** The empty border that a reader needs, in modules (ISO/IEC 18004; Denso Wave). */
export const QUIET_ZONE = 4;
