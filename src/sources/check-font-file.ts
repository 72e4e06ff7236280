import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';

const WEB_FONT = /\.(?:woff2?|eot)$/i;
const PRESS_FONT = /\.(?:ttf|otf)$/i;

/** What is wrong with the name of a font file: a web font, a collection, something else. */
export function checkFontFile(file: string, at: Place): Finding[] {
  if (PRESS_FONT.test(file)) return [];
  const fix = WEB_FONT.test(file)
    ? 'ask its maker for the TrueType or OpenType file; or, where the licence lets you, unpack it with "woff2_decompress font.woff2" and name the .ttf'
    : 'name a TrueType or OpenType file, ending in .ttf or .otf';
  const what = WEB_FONT.test(file) ? 'a web font' : 'no font that a press reads';
  return [finding('brand/font-file', at, `the font file ${quoted(file)} is ${what}`, fix)];
}
