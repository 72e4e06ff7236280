import type { Files } from '../../support/fault-base.js';

export default function make(files: Files): void {
  files['brand-kits/northstar/fonts/Body.ttf'] = new Uint8Array(33 * 1024 * 1024);
}
