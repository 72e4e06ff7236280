import type { Files } from '../../support/fault-base.js';
import { scene } from '../../support/made-up-picture.js';
import { addPicture } from '../../support/picture-campaign.js';

/** 60 mm wide, 1700 pixels of line art are 720 an inch. */
export default async function make(files: Files): Promise<void> {
  const art = scene(1700).threshold(128).toColourspace('b-w');
  addPicture(files, new Uint8Array(await art.tiff({ bitdepth: 1 }).toBuffer()), { file: 'sill.tif' });
}
