import type { Files } from '../../support/fault-base.js';
import { nunito } from '../../support/package-font.js';
import { fontOf, tablesOf } from '../../typeset/variable-font.js';

export default function make(files: Files): void {
  const tables = tablesOf(nunito());
  tables.delete('glyf');
  files['brand-kits/northstar/fonts/Body.ttf'] = fontOf(tables);
}
