import type { Files } from '../../support/fault-base.js';
import { addPicture } from '../../support/picture-campaign.js';

/** A drawing with the ending of a picture: it could ask for other files. */
export default function make(files: Files): void {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
  addPicture(files, new TextEncoder().encode(svg));
}
