/** Only drafts are pictures; for all other runs the program that makes them would be a tenth of a second for nothing. */
export const loadSharp = async () => (await import('sharp')).default;

/** The ground that pictures of leaflets lie on: light grey, so that white paper shows its edge. */
const GROUND = 0xe4;

/** Red, green and blue, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Opaque pixels at their place, with or without a fourth byte each. Lengths in pixels. */
interface CollagePart extends Pixels {
  readonly channels: 3 | 4;
  readonly left: number;
  readonly top: number;
}

/** What a picture is put together from. */
export interface Collage {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly CollagePart[];
  /** SVG elements drawn over the parts: paths and lines only, since text would need the machine's fonts. */
  readonly drawn: readonly string[];
}

/** Parts on a ground. By hand: a picture program that blends whole pictures takes five times as long. */
export async function collage({ width, height, parts, drawn }: Collage): Promise<Pixels> {
  const data = new Uint8Array(width * height * 3).fill(GROUND);
  const whole = { width, height, data };
  for (const part of parts) lay(part, whole);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
  const sharp = await loadSharp();
  const lines = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  blend(lines, data);
  return whole;
}

function lay({ data, channels, left, top, ...size }: CollagePart, whole: Pixels): void {
  const width = Math.min(size.width, whole.width - left);
  const height = Math.min(size.height, whole.height - top);
  for (let row = 0; row < height; row += 1) {
    let from = row * size.width * channels;
    let to = ((top + row) * whole.width + left) * 3;
    for (let column = 0; column < width; column += 1, from += channels, to += 3) {
      whole.data[to] = data[from] as number;
      whole.data[to + 1] = data[from + 1] as number;
      whole.data[to + 2] = data[from + 2] as number;
    }
  }
}

/** Lays pixels of four bytes, the last their cover, over pixels of three. */
function blend(over: Uint8Array, under: Uint8Array): void {
  for (let from = 0, to = 0; from < over.length; from += 4, to += 3) {
    const cover = over[from + 3] as number;
    if (cover === 0) continue;
    for (let at = 0; at < 3; at += 1) {
      const mixed =
        (over[from + at] as number) * cover + (under[to + at] as number) * (255 - cover);
      under[to + at] = Math.round(mixed / 255);
    }
  }
}

/** Pixels as the bytes of a PNG; the same pixels give the same bytes. */
export async function toPng({ width, height, data }: Pixels): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const raw = { width, height, channels: 3 } as const;
  // Level 7 would save a twentieth of the bytes for twice the time.
  return new Uint8Array(await sharp(data, { raw }).png({ compressionLevel: 4 }).toBuffer());
}

/** The pixels of a PNG. */
export async function fromPng(png: Uint8Array): Promise<Pixels> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
