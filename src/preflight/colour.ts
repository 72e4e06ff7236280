import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsFLAGS_NOOPTIMIZE,
  INTENT_PERCEPTUAL,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_CMYK_8,
  TYPE_CMYK_16,
  TYPE_GRAY_8,
  TYPE_Lab_16,
  TYPE_RGB_8,
  TYPE_RGB_16,
} from 'lcms-wasm';
import type { WrittenColour } from '../sources/brand-kit.js';
import type { Cmyk, Ink } from '../units/ink.js';

/** Red, green and blue as sRGB writes them, each from 0 to 1. */
export type Srgb = readonly [red: number, green: number, blue: number];

/** What inks look like under one printing condition. */
export interface Colour {
  /** An ink on bare paper; the paper itself is white. A spot ink by its process fallback. */
  inkToSrgb(ink: Pick<Ink, 'cmyk' | 'spot'>): Srgb;
  /** The inks of a flat colour: relative colorimetric with black point compensation, so that it is itself wherever the press can. */
  toInks(colour: WrittenColour): Cmyk;
  /**
   * A photograph's pixels in the inks of the press, perceptual, so that its tones keep their distances; undefined
   * where its own profile does not suit its pixels. Pixels without a profile are sRGB.
   */
  pixelsToInks(pixels: RasterPixels): Uint8Array | undefined;
  /** Pixels in the press's inks as they look in print: red, green, blue. */
  pixelsToSrgb(inks: Uint8Array): Uint8Array;
}

/** Pixels of eight bits a channel, row by row. */
interface RasterPixels {
  readonly channels: 1 | 3 | 4;
  readonly bytes: Uint8Array;
  readonly icc?: Uint8Array | undefined;
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
    toInks: (colour) => flatInks(engine, profile, colour),
    pixelsToInks: (pixels) => photographInks(engine, profile, pixels),
    pixelsToSrgb: (inks) => screenPixels(engine, profile, inks),
  };
}

/** A share of ink below this, of 1, prints as nothing, and would still be a plate (half a step of eight bits). */
const NO_INK = 0.5 / 255;

function flatInks(engine: Lcms, press: number, { space, components }: WrittenColour): Cmyk {
  const isLab = space === 'lab';
  const from = isLab ? engine.cmsCreateLab4Profile() : engine.cmsCreate_sRGBProfile();
  const format = isLab ? TYPE_Lab_16 : TYPE_RGB_16;
  const transform = engine.cmsCreateTransform(
    from,
    format,
    press,
    TYPE_CMYK_16,
    INTENT_RELATIVE_COLORIMETRIC,
    cmsFLAGS_NOOPTIMIZE | cmsFLAGS_BLACKPOINTCOMPENSATION,
  );
  if (transform === 0) throw new Error('the press profile gives no inks for a flat colour');
  const [one, two, three] = components;
  // L*a*b* in 16 bits: L of 0 to 100 over the whole range, a and b in steps of 257 from -128 (ICC.1:2010, 6.3.4.2).
  const written = isLab
    ? [(one / 100) * FULL, (two + 128) * 257, (three + 128) * 257]
    : components.map((share) => share * FULL);
  const values = Uint16Array.from(written, (it) => Math.round(Math.min(FULL, Math.max(0, it))));
  const inks = [...engine.cmsDoTransform(transform, values, 1)].map((it) => it / FULL);
  engine.cmsDeleteTransform(transform);
  engine.cmsCloseProfile(from);
  const [c = 0, m = 0, y = 0, k = 0] = inks.map((it) => (it < NO_INK ? 0 : round(it)));
  return [c, m, y, k];
}

/** To a tenth of a percent, which is more than any plate holds. */
const round = (share: number): number => Math.round(share * 1000) / 1000;

const SPACES = {
  1: { name: 'GRAY', format: TYPE_GRAY_8 },
  3: { name: 'RGB', format: TYPE_RGB_8 },
  4: { name: 'CMYK', format: TYPE_CMYK_8 },
} as const;

function photographInks(
  engine: Lcms,
  press: number,
  { channels, bytes, icc }: RasterPixels,
): Uint8Array | undefined {
  if (icc === undefined && channels !== 3) return undefined;
  const { name, format } = SPACES[channels];
  const from = icc ? engine.cmsOpenProfileFromMem(icc, icc.length) : engine.cmsCreate_sRGBProfile();
  if (from === 0) return undefined;
  const suits = engine.cmsGetColorSpaceASCII(from) === name;
  const transform = suits
    ? engine.cmsCreateTransform(from, format, press, TYPE_CMYK_8, INTENT_PERCEPTUAL, 0)
    : 0;
  const inks = transform && engine.cmsDoTransform(transform, bytes, bytes.length / channels);
  if (transform) engine.cmsDeleteTransform(transform);
  engine.cmsCloseProfile(from);
  return inks ? new Uint8Array(inks) : undefined;
}

function screenPixels(engine: Lcms, press: number, inks: Uint8Array): Uint8Array {
  const screen = engine.cmsCreate_sRGBProfile();
  const transform = engine.cmsCreateTransform(
    press,
    TYPE_CMYK_8,
    screen,
    TYPE_RGB_8,
    INTENT_RELATIVE_COLORIMETRIC,
    0,
  );
  if (transform === 0) throw new Error('the press profile gives no colours for a screen');
  const pixels = engine.cmsDoTransform(transform, inks, inks.length / 4);
  engine.cmsDeleteTransform(transform);
  engine.cmsCloseProfile(screen);
  return new Uint8Array(pixels);
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
