import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GreyPage } from './render-pages.js';

/** Reads the QR code of a crop as a phone would; undefined where it finds none, or more than one. */
export type CodeReader = (
  crop: Pick<GreyPage, 'width' | 'height' | 'data'>,
) => Promise<string | undefined>;

/** A reader of QR codes from the bytes of zxing's own program; it fetches nothing. */
export function openCodeReader(wasm: Uint8Array): CodeReader {
  const wasmBinary = Uint8Array.from(wasm).buffer;
  prepareZXingModule({ overrides: { wasmBinary, locateFile: (path: string) => path } });
  return async ({ width, height, data }) => {
    const picture = { width, height, data: toRgba(data), colorSpace: 'srgb' as const };
    const found = await readBarcodes(picture as Parameters<typeof readBarcodes>[0], {
      formats: ['QRCode'],
      maxNumberOfSymbols: 2,
      tryInvert: false,
    });
    const read = found.filter(({ isValid }) => isValid);
    const [first] = read;
    return first !== undefined && read.length === 1
      ? new TextDecoder().decode(first.bytes)
      : undefined;
  };
}

function toRgba(grey: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(grey.length * 4).fill(255);
  for (let at = 0; at < grey.length; at += 1) {
    const level = grey[at] ?? 255;
    rgba[4 * at] = rgba[4 * at + 1] = rgba[4 * at + 2] = level;
  }
  return rgba;
}
