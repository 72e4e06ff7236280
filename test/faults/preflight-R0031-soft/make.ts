import type { Files } from '../../support/fault-base.js';
import { sceneJpeg } from '../../support/made-up-picture.js';
import { addPicture } from '../../support/picture-campaign.js';

/** 60 mm wide, 480 pixels are 203 an inch. */
export default async function make(files: Files): Promise<void> {
  addPicture(files, await sceneJpeg(480));
}
