import sharp from 'sharp';
import { type Files, textOf } from '../../support/fault-base.js';
import { addPicture } from '../../support/picture-campaign.js';

const PRESS = 'press/coated-fogra39.yaml';

/** A press that takes less ink than its own profile gives to a picture of the night. */
export default async function make(files: Files): Promise<void> {
  files[PRESS] = textOf(files, PRESS).replace('inkLimit: 300', 'inkLimit: 240');
  const create = { width: 1200, height: 800, channels: 3, background: '#000004' } as const;
  addPicture(files, new Uint8Array(await sharp({ create }).jpeg().toBuffer()));
}
