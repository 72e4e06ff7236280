import type { PictureItem } from '../layout/laid-out.js';
import { deflate } from '../pdf/deflate.js';
import { pixelsOf, type ToScreen } from '../pdf/raster.js';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Eight bits a channel, red, green and blue, rows from the top, nothing interlaced (PNG, 11.2.1). */
const TRUE_COLOUR = [8, 2, 0, 0, 0];

/** A picture as it looks in print, as the bytes of a PNG. */
export function picturePng(item: PictureItem, toScreen: ToScreen): Uint8Array {
  const { width, height, inks } = pixelsOf(item);
  const rgb = toScreen(inks);
  const rows = new Uint8Array(height * (width * 3 + 1));
  // Each row begins with its filter; 0 is none.
  for (let row = 0; row < height; row++)
    rows.set(rgb.subarray(row * width * 3, (row + 1) * width * 3), row * (width * 3 + 1) + 1);
  const head = new Uint8Array(13);
  new DataView(head.buffer).setUint32(0, width);
  new DataView(head.buffer).setUint32(4, height);
  head.set(TRUE_COLOUR, 8);
  return joined([
    SIGNATURE,
    chunk('IHDR', head),
    // The colours are those of sRGB, perceptual (PNG, 11.3.2.5).
    chunk('sRGB', Uint8Array.of(0)),
    chunk('IDAT', deflate(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Length, name, content, check sum (PNG, 5.3). */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, checkSum(bytes.subarray(4, content.length + 8)));
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 (PNG, annex D); Node 20.19 has none of its own. */
function checkSum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
