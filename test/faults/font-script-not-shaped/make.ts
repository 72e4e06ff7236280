import type { Files } from '../../support/fault-base.js';
import { packageFont } from '../../support/package-font.js';
import { fontOf, tablesOf } from '../../typeset/variable-font.js';

/** A font that has the letters of Arabic and no longer knows how they join. */
export default function make(files: Files): void {
  const tables = tablesOf(packageFont('noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf'));
  tables.delete('GSUB');
  files['brand-kits/northstar/fonts/Body.ttf'] = fontOf(tables);
}
