import type { Cmyk } from '../units/ink.js';
import type { FromFile } from './source-file.js';

/** `press/<id>.yaml`: what a printing condition asks for. */
export interface PressProfile extends FromFile {
  readonly id: string;
  readonly title: string;
  /** The ICC file's bytes, CMYK output profile. */
  readonly icc: Uint8Array;
  /** What stands beside it as the same, compressed; whoever uses it looks whether it is. */
  readonly iccDeflated?: Uint8Array | undefined;
  readonly iccFile: string;
  /** Such as `FOGRA39`. */
  readonly condition: string;
  readonly conditionInfo: string;
  readonly registry: string;
  /** Most ink in one place, 3.0 = 300 %. */
  readonly inkLimit: number;
  /** The inks of a large black area; black alone where absent. Never of text. */
  readonly richBlack?: Cmyk | undefined;
  readonly spots: 'plates' | 'fallback';
  readonly bleed: number;
  readonly marks: {
    readonly crop: boolean;
    readonly fold: boolean;
    readonly registration: boolean;
    readonly slug: boolean;
    /** mm of paper around the trim that hold the marks. */
    readonly margin: number;
  };
  /** Type minimums in pt (written so by print people). */
  readonly minimum: {
    readonly bodyPt: number;
    readonly compactBodyPt: number;
    readonly imprintPt: number;
    readonly slugPt: number;
    readonly linePt: number;
  };
}
