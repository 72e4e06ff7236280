import { type Files, textOf } from '../../support/fault-base.js';
import { sceneJpeg } from '../../support/made-up-picture.js';
import { addPicture } from '../../support/picture-campaign.js';

const LEAFLET = 'templates/receipt-wallet-insert/leaflet.hbs';
const FORMAT = 'templates/formats/dl-card.yaml';

/** A label whose front is one picture. */
export default async function make(files: Files): Promise<void> {
  const style = 'picture { width: 99mm; height: 210mm; } .bare { padding: 0; }';
  addPicture(files, await sceneJpeg(2400), { style });
  const [, picture = ''] = /(<picture.*<\/picture>)/.exec(textOf(files, LEAFLET)) ?? [];
  const back = textOf(files, LEAFLET).split('</panel>')[1] ?? '';
  files[LEAFLET] = `<panel name="front" class="bare">${picture}</panel>${back}</panel>\n`;
  files[FORMAT] = `${textOf(files, FORMAT)}\nproduct: label\ndie:\n  - step: cut\n    shapes:\n      - { trim: true }\n`;
}
