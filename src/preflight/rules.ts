import type { Rule } from './rule.js';
import { baselineGrid } from './rules/baseline-grid.js';
import { bitmapPpi } from './rules/bitmap-ppi.js';
import { contrast } from './rules/contrast.js';
import { dieLine } from './rules/die-line.js';
import { emptyPanel } from './rules/empty-panel.js';
import { inkLimit } from './rules/ink-limit.js';
import { keepOut } from './rules/keep-out.js';
import { languageChange } from './rules/language-change.js';
import { lineInks } from './rules/line-inks.js';
import { lineLength } from './rules/line-length.js';
import { logoClearSpace } from './rules/logo-clear-space.js';
import { logoSize } from './rules/logo-size.js';
import { picturePpi } from './rules/picture-ppi.js';
import { plateEndings } from './rules/plate-endings.js';
import { plateSpelling } from './rules/plate-spelling.js';
import { plateTwins } from './rules/plate-twins.js';
import { qrContrast } from './rules/qr-contrast.js';
import { qrModule } from './rules/qr-module.js';
import { qrSize } from './rules/qr-size.js';
import { qrVersion } from './rules/qr-version.js';
import { qrWords } from './rules/qr-words.js';
import { quietZone } from './rules/quiet-zone.js';
import { richBlackText } from './rules/rich-black-text.js';
import { riskHelp } from './rules/risk-help.js';
import { slotWidth } from './rules/slot-width.js';
import { textInks } from './rules/text-inks.js';
import { thinLine } from './rules/thin-line.js';
import { typeSize } from './rules/type-size.js';
import { whiteLine } from './rules/white-line.js';
import { whiteText } from './rules/white-text.js';
import { wholePicture } from './rules/whole-picture.js';
import { xHeight } from './rules/x-height.js';

/** Every rule that a panel must pass, in the order that findings are given. */
export const RULES: readonly Rule[] = [
  riskHelp,
  typeSize,
  xHeight,
  slotWidth,
  lineLength,
  baselineGrid,
  contrast,
  qrModule,
  qrSize,
  qrVersion,
  quietZone,
  qrContrast,
  qrWords,
  keepOut,
  dieLine,
  logoSize,
  logoClearSpace,
  languageChange,
  inkLimit,
  thinLine,
  emptyPanel,
  richBlackText,
  whiteText,
  textInks,
  whiteLine,
  lineInks,
  plateEndings,
  plateSpelling,
  plateTwins,
  picturePpi,
  bitmapPpi,
  wholePicture,
];
