import type { OverlayOptions } from 'sharp';

/** Only drafts are pictures; for all other runs the program that makes them would be a tenth of a second for nothing. */
export const loadSharp = async () => (await import('sharp')).default;

/** The ground that pictures of leaflets lie on: light grey, so that white paper shows its edge. */
const GROUND = '#e4e4e4';

/** What a picture is put together from. Lengths in pixels. */
export interface Collage {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly OverlayOptions[];
  /** SVG elements drawn over the parts: paths and lines only, since text would need the machine's fonts. */
  readonly drawn: readonly string[];
}

/** Parts on a ground, as the bytes of a PNG; the same parts give the same bytes. */
export async function collagePng({ width, height, parts, drawn }: Collage): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
  const sharp = await loadSharp();
  const png = await sharp({ create: { width, height, channels: 3, background: GROUND } })
    .composite([...parts, { input: Buffer.from(svg), left: 0, top: 0 }])
    .removeAlpha()
    .png({ compressionLevel: 7 })
    .toBuffer();
  return new Uint8Array(png);
}
