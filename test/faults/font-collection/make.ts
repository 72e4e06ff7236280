import type { Files } from '../../support/fault-base.js';

export default function make(files: Files): void {
  files['brand-kits/northstar/fonts/Body.ttf'] = `ttcf${'\0'.repeat(400)}`;
}
