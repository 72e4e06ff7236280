import type { World } from '../../src/world.js';
import { type Files, textOf } from './fault-base.js';
import { changedWorld } from './fault-workspace.js';
import { sceneJpeg } from './made-up-picture.js';

const DECK = 'locales/en-GB/wallet.yaml';
const LEAFLET = 'templates/receipt-wallet-insert/leaflet.hbs';
const STYLE = 'templates/receipt-wallet-insert/style.css';

/** What is said for the picture. */
export const ALT = 'A phone on a window sill by the sea';

/** Where the picture stands on the card's front unless a test says otherwise. */
const AT = '<picture name="sill" alt="front.picture"></picture>';

/** What a test may have otherwise. */
interface PictureOptions {
  /** Sizes the picture. */
  readonly style?: string;
  readonly file?: string;
}

/** Puts a picture on the card of the base campaign. */
export function addPicture(
  files: Files,
  picture: Uint8Array,
  { style = 'picture { width: 60mm; }', file = 'sill.jpg' }: PictureOptions = {},
): void {
  files[`templates/receipt-wallet-insert/pictures/${file}`] = picture;
  files[LEAFLET] = textOf(files, LEAFLET).replace('<contact-card', `${AT}<contact-card`);
  files[STYLE] = `${textOf(files, STYLE)}\n${style}\n`;
  const unit = `  - id: front.picture\n    text: "${ALT}"\n`;
  files[DECK] = textOf(files, DECK).replace('units:\n', `units:\n${unit}`);
}

/** The base campaign with a picture on its card. */
export async function pictureWorld(
  options: PictureOptions = {},
  made?: Uint8Array,
): Promise<World> {
  const picture = made ?? (await sceneJpeg());
  return changedWorld((files) => addPicture(files, picture, options));
}
