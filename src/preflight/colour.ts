import {
  cmsFLAGS_NOOPTIMIZE,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_CMYK_16,
  TYPE_RGB_16,
} from 'lcms-wasm';
import type { Cmyk, Ink } from '../units/ink.js';

/** Red, green and blue as sRGB writes them, each from 0 to 1. */
export type Srgb = readonly [red: number, green: number, blue: number];

/** What inks look like under one printing condition. */
export interface Colour {
  /** An ink on bare paper; the paper itself is white. A spot ink by its process fallback. */
  inkToSrgb(ink: Pick<Ink, 'cmyk' | 'spot'>): Srgb;
}

const FULL = 65_535;

let lcms: Lcms | undefined;
const opened = new WeakMap<Uint8Array, Colour>();

/** Makes colour management ready. Once per process, before the first `openColour`. */
export async function loadColour(): Promise<void> {
  lcms ??= await instantiate();
}

/**
 * Opens a CMYK output profile, once per profile; undefined where the bytes are none.
 *
 * Relative colorimetric without black point compensation: paper is white, and black ink stays as grey
 * as it prints, so that no contrast is counted that the press does not give.
 */
export function openColour(icc: Uint8Array): Colour | undefined {
  const known = opened.get(icc);
  if (known !== undefined) return known;
  if (lcms === undefined) throw new Error('loadColour() comes before the first preflight');
  const colour = open(lcms, icc);
  if (colour !== undefined) opened.set(icc, colour);
  return colour;
}

function open(engine: Lcms, icc: Uint8Array): Colour | undefined {
  const profile = engine.cmsOpenProfileFromMem(icc, icc.length);
  if (profile === 0) return undefined;
  if (engine.cmsGetColorSpaceASCII(profile) !== 'CMYK') return undefined;
  const transform = engine.cmsCreateTransform(
    profile,
    TYPE_CMYK_16,
    engine.cmsCreate_sRGBProfile(),
    TYPE_RGB_16,
    INTENT_RELATIVE_COLORIMETRIC,
    cmsFLAGS_NOOPTIMIZE,
  );
  if (transform === 0) return undefined;
  const seen = new Map<string, Srgb>();
  return {
    inkToSrgb(ink) {
      const cmyk = printed(ink);
      const name = cmyk.join();
      const srgb = seen.get(name) ?? toSrgb(engine, transform, cmyk);
      seen.set(name, srgb);
      return srgb;
    },
  };
}

/** The process inks as they print: a spot ink's fallback, thinned to its tint. */
function printed({ cmyk, spot }: Pick<Ink, 'cmyk' | 'spot'>): Cmyk {
  const tint = spot?.tint ?? 1;
  return [cmyk[0] * tint, cmyk[1] * tint, cmyk[2] * tint, cmyk[3] * tint];
}

function toSrgb(engine: Lcms, transform: number, cmyk: Cmyk): Srgb {
  const values = Uint16Array.from(cmyk, (share) =>
    Math.round(Math.min(1, Math.max(0, share)) * FULL),
  );
  const [red = 0, green = 0, blue = 0] = engine.cmsDoTransform(transform, values, 1);
  return [red / FULL, green / FULL, blue / FULL];
}
