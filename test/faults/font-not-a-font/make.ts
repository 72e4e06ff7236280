import type { Files } from '../../support/fault-base.js';

export default function make(files: Files): void {
  files['brand-kits/northstar/fonts/Body.ttf'] = '<html><body>Sign in to download this font</body></html>';
}
