import type { PictureItem } from '../layout/laid-out.js';
import type { Picture } from '../sources/picture.js';
import { deflate } from './deflate.js';

/** A picture as a file holds it: pixels of eight bits a channel, deflated. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly space: 'DeviceCMYK' | 'DeviceRGB';
  readonly bytes: Uint8Array;
}

/** The press's inks as a screen shows them, pixel by pixel. */
export type ToScreen = (inks: Uint8Array) => Uint8Array;

/** A picture finer than this, pixels an inch, is averaged down to `WANTED`: no press shows more (print trade's habit). Never up. */
const FINEST = 450;
const WANTED = 300;

const kept = new WeakMap<Picture, Map<string, Raster>>();

/** The part of a picture that shows, made once a run for all files that hold it. */
export function rasterOf(item: PictureItem, toScreen: ToScreen | undefined): Raster {
  const { picture, crop } = item;
  const size = sizeOf(item);
  const key = [
    toScreen ? 'screen' : 'press',
    ...Object.values(crop),
    ...Object.values(size),
  ].join();
  const rasters = kept.get(picture) ?? new Map<string, Raster>();
  kept.set(picture, rasters);
  const known = rasters.get(key);
  if (known !== undefined) return known;
  const { inks } = pixelsOf(item);
  const raster: Raster = {
    ...size,
    space: toScreen ? 'DeviceRGB' : 'DeviceCMYK',
    bytes: deflate(toScreen ? toScreen(inks) : inks),
  };
  rasters.set(key, raster);
  return raster;
}

/** The pixels of a picture that show, in the press's inks, in the number in which they print. */
export function pixelsOf(item: PictureItem): Size & { readonly inks: Uint8Array } {
  const size = sizeOf(item);
  return { ...size, inks: resample(item, size) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf({ box, crop }: PictureItem): Size {
  const inches = { width: box.width / 25.4, height: box.height / 25.4 };
  const isFine = crop.width / inches.width > FINEST && crop.height / inches.height > FINEST;
  if (!isFine) return { width: crop.width, height: crop.height };
  return {
    width: Math.max(1, Math.round(inches.width * WANTED)),
    height: Math.max(1, Math.round(inches.height * WANTED)),
  };
}

/** Each pixel the mean of those that it stands for, by the share of each that it covers. */
function resample({ picture, crop }: PictureItem, { width, height }: Size): Uint8Array {
  const { inks } = picture;
  if (inks === undefined) throw new Error(`the picture "${picture.name}" was never separated`);
  const out = new Uint8Array(width * height * 4);
  if (width === crop.width && height === crop.height) {
    for (let row = 0; row < height; row++) {
      const from = ((crop.y + row) * picture.width + crop.x) * 4;
      out.set(inks.subarray(from, from + width * 4), row * width * 4);
    }
    return out;
  }
  const across = spans(crop.x, crop.width, width);
  const down = spans(crop.y, crop.height, height);
  let to = 0;
  for (const rows of down)
    for (const columns of across) {
      const sum = [0, 0, 0, 0];
      for (const [row, tall] of rows)
        for (const [column, wide] of columns) {
          const from = (row * picture.width + column) * 4;
          for (let ink = 0; ink < 4; ink++)
            sum[ink] = (sum[ink] ?? 0) + (inks[from + ink] ?? 0) * tall * wide;
        }
      for (const ink of sum) out[to++] = Math.round(ink);
    }
  return out;
}

/** For each new pixel along an axis the old ones that it covers, with shares that add up to 1. */
function spans(start: number, length: number, count: number): [at: number, share: number][][] {
  const step = length / count;
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * step, (index + 1) * step];
    const span: [number, number][] = [];
    for (let at = Math.floor(from); at < Math.min(length, Math.ceil(to)); at++)
      span.push([start + at, (Math.min(to, at + 1) - Math.max(from, at)) / step]);
    return span;
  });
}
