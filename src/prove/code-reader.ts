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

const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const EACH_COLOUR = IS_LITTLE_ENDIAN ? 0x010101 : 0x01010100;
const OPAQUE = IS_LITTLE_ENDIAN ? 0xff000000 : 0xff;

function toRgba(grey: Uint8Array): Uint8ClampedArray {
  const pixels = new Uint32Array(grey.length);
  // The three colours alike and no transparency: in either order of a number's bytes.
  for (let at = 0; at < grey.length; at += 1)
    pixels[at] = (grey[at] as number) * EACH_COLOUR + OPAQUE;
  return new Uint8ClampedArray(pixels.buffer);
}
