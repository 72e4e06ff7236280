import type { Files } from '../../support/fault-base.js';
import { nunito } from '../../support/package-font.js';
import { fontOf, tablesOf } from '../../typeset/variable-font.js';

/** A font whose letters are all there and all blank, as a known library writes them. */
export default function make(files: Files): void {
  const tables = tablesOf(nunito());
  tables.get('glyf')?.fill(0);
  files['brand-kits/northstar/fonts/Body.ttf'] = fontOf(tables);
}
