import sharp from 'sharp';
import type { Files } from '../../support/fault-base.js';
import { addPicture } from '../../support/picture-campaign.js';

/** More pixels than any page shows, in a small file. */
export default async function make(files: Files): Promise<void> {
  const create = { width: 9000, height: 9000, channels: 3, background: '#fff' } as const;
  addPicture(files, new Uint8Array(await sharp({ create }).png().toBuffer()), { file: 'sill.png' });
}
