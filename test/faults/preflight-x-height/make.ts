import type { Files } from '../../support/fault-base.js';
import { nunito } from '../../support/package-font.js';
import { fontOf, tablesOf } from '../../typeset/variable-font.js';

export default function make(files: Files): void {
  const tables = tablesOf(nunito());
  // The height of a small x, sxHeight (OpenType, OS/2): 440 of 1,000 units, as in many book faces.
  tables.get('OS/2')?.set([440 >> 8, 440 & 255], 86);
  files['brand-kits/northstar/fonts/Body.ttf'] = fontOf(tables);
}
