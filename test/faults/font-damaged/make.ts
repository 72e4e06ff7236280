import type { Files } from '../../support/fault-base.js';
import { nunito } from '../../support/package-font.js';
import { fontOf, tablesOf } from '../../typeset/variable-font.js';

export default function make(files: Files): void {
  files['brand-kits/northstar/fonts/Body.ttf'] = fontOf(tablesOf(nunito()).set('head', new Uint8Array(54)));
}
