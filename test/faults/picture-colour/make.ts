import type { Files } from '../../support/fault-base.js';
import { scene } from '../../support/made-up-picture.js';
import { addPicture } from '../../support/picture-campaign.js';

/** Inks that do not say of which press. */
export default async function make(files: Files): Promise<void> {
  const cmyk = await scene().toColourspace('cmyk').jpeg().toBuffer();
  addPicture(files, new Uint8Array(cmyk));
}
