import type { Files } from '../../support/fault-base.js';
import { scene } from '../../support/made-up-picture.js';
import { addPicture } from '../../support/picture-campaign.js';

/** A picture whose ground was cut away. */
export default async function make(files: Files): Promise<void> {
  const png = await scene().ensureAlpha(0.5).png().toBuffer();
  addPicture(files, new Uint8Array(png), { file: 'sill.png' });
}
