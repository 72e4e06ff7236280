import type { Files } from '../../support/fault-base.js';
import { nunito } from '../../support/package-font.js';
import { fontOf, tablesOf } from '../../typeset/variable-font.js';

export default function make(files: Files): void {
  const tables = tablesOf(nunito());
  // The licence bits, fsType: restricted (OpenType, OS/2).
  tables.get('OS/2')?.set([0, 2], 8);
  files['brand-kits/northstar/fonts/Body.ttf'] = fontOf(tables);
}
