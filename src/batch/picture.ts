/** Only drafts are pictures; for all other runs the program that makes them would be a tenth of a second for nothing. */
export const loadSharp = async () => (await import('sharp')).default;

/** The ground that pictures of leaflets lie on: light grey, so that white paper shows its edge. */
const GROUND = Uint8Array.of(0xe4, 0xe4, 0xe4, 0xff);

/** Red, green, blue and 255, row by row: all is opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels at their place. Lengths in pixels. */
interface CollagePart extends Pixels {
  readonly left: number;
  readonly top: number;
}

/** What a picture is put together from. */
export interface Collage {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly CollagePart[];
  /** Drawn over the parts. */
  readonly drawn: readonly Drawn[];
}

/** SVG elements: paths and lines only, since text would need the machine's fonts. All of it lies in these rows of pixels. */
export interface Drawn {
  readonly svg: string;
  readonly top: number;
  readonly bottom: number;
}

/** Parts on a ground. By hand: a picture program that blends whole pictures takes five times as long. */
export async function collage({ width, height, parts, drawn }: Collage): Promise<Pixels> {
  const words = new Uint32Array(width * height).fill(new Uint32Array(GROUND.buffer)[0] ?? 0);
  const data = new Uint8Array(words.buffer);
  const whole = { width, height, data };
  for (const part of parts) lay(part, whole);
  await Promise.all(strips(drawn, height).map((strip) => draw(strip, whole)));
  return whole;
}

/** What is drawn, put together where it stands in the same rows: most of a picture has no lines over it. */
function strips(drawn: readonly Drawn[], height: number): readonly Drawn[] {
  const merged: Drawn[] = [];
  for (const it of [...drawn].sort((a, b) => a.top - b.top)) {
    const top = Math.max(0, Math.floor(it.top));
    const bottom = Math.min(height, Math.ceil(it.bottom));
    const last = merged.at(-1);
    if (last === undefined || top >= last.bottom) merged.push({ ...it, top, bottom });
    else {
      const both = { svg: last.svg + it.svg, bottom: Math.max(last.bottom, bottom) };
      merged[merged.length - 1] = { ...last, ...both };
    }
  }
  return merged.filter(({ top, bottom }) => bottom > top);
}

async function draw({ svg, top, bottom }: Drawn, { width, data }: Pixels): Promise<void> {
  const height = bottom - top;
  const box = `width="${width}" height="${height}" viewBox="0 ${top} ${width} ${height}"`;
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${svg}</svg>`;
  const sharp = await loadSharp();
  const lines = await sharp(Buffer.from(whole)).ensureAlpha().raw().toBuffer();
  blend(lines, data.subarray(top * width * 4, bottom * width * 4));
}

function lay({ data, left, top, ...size }: CollagePart, whole: Pixels): void {
  const width = Math.min(size.width, whole.width - left);
  const height = Math.min(size.height, whole.height - top);
  for (let row = 0; row < height; row += 1) {
    const from = row * size.width * 4;
    whole.data.set(data.subarray(from, from + width * 4), ((top + row) * whole.width + left) * 4);
  }
}

/** Lays pixels whose fourth byte is their cover over opaque ones. */
function blend(over: Uint8Array, under: Uint8Array): void {
  for (let at = 3; at < over.length; at += 4) {
    const cover = over[at] as number;
    if (cover === 0) continue;
    for (let part = at - 3; part < at; part += 1) {
      const mixed = (over[part] as number) * cover + (under[part] as number) * (255 - cover);
      under[part] = Math.round(mixed / 255);
    }
  }
}

/** Pixels as the bytes of a PNG; the same pixels give the same bytes. */
export async function toPng({ width, height, data }: Pixels): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const image = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  // Level 7 would save a twentieth of the bytes for twice the time.
  return new Uint8Array(await image.png({ compressionLevel: 4 }).toBuffer());
}

/** The pixels of a PNG. */
export async function fromPng(png: Uint8Array): Promise<Pixels> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(png)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
