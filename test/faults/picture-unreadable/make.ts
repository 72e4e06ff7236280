import type { Files } from '../../support/fault-base.js';
import { sceneJpeg } from '../../support/made-up-picture.js';
import { addPicture } from '../../support/picture-campaign.js';

/** A camera's file that was cut off on its way. */
export default async function make(files: Files): Promise<void> {
  const jpeg = await sceneJpeg();
  addPicture(files, jpeg.subarray(0, jpeg.length / 3));
}
