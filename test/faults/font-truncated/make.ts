import type { Files } from '../../support/fault-base.js';
import { nunito } from '../../support/package-font.js';

export default function make(files: Files): void {
  files['brand-kits/northstar/fonts/Body.ttf'] = nunito().slice(0, 60_000);
}
