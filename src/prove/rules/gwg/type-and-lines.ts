import { quoted } from '../../../diagnostics/quoted.js';
import type { Drawn } from '../../anatomy/drawn.js';
import type { Product } from '../rule.js';
import { gwgRules, WARNING } from './gwg-rules.js';
import { firstOfPage, inksOf, isWhite, linesOn, plateCount, textsOn, wordsOf } from './surface.js';

const fine = 'letters and lines so fine fill in, or show the plates side by side';

/** Smallest sizes in points for sheets, and for labels and leaflets. */
const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  whiteText: [8, 5],
  mixedText: [8, 14],
  whiteLine: [0.25, 0.3],
  mixedLine: [0.25, 1.5],
};

const limit = (what: string, product: Product): number =>
  LIMITS[what]?.[product === 'label-leaflet' ? 1 : 0] ?? 0;

/** Sizes are rounded where they are compared, to a hundredth of a point (GWG 2022, I00005). */
const isUnder = (size: number | undefined, least: number): boolean =>
  size !== undefined && Math.round(size * 100) < Math.round(least * 100);

const isMixed = (it: Drawn): boolean => inksOf(it).some((ink) => plateCount(ink) > 1);
const isAllWhite = (it: Drawn): boolean => inksOf(it).length > 0 && inksOf(it).every(isWhite);

const sizes = (it: Drawn): string =>
  `${quoted(wordsOf(it))} is ${it.text?.size.toFixed(1) ?? ''} pt`;

/** Black text from this share of black ink on, and how much ink it may have in all (GWG 2022). */
const DARK = 0.85;
const RICHEST = 2.8;

/** Sizes of type and lines by their inks. */
export const TYPE_AND_LINES = [
  gwgRules('Courier stands in where a font was missing', ['warning', 'warning', 'none'])(
    'R0014',
    'no text is in Courier',
    (file) =>
      firstOfPage(
        textsOn(file).filter(
          ({ text }) => text?.font?.name.replace(/^[A-Z]{6}\+/, '') === 'Courier',
        ),
        (it) => `${quoted(wordsOf(it))} is in Courier`,
      ),
  ),
  gwgRules(fine, WARNING)('R0015', 'black text has 280 % ink at most', (file) =>
    firstOfPage(
      textsOn(file).filter((it) =>
        inksOf(it).some(({ space, values }) => {
          const [c = 0, m = 0, y = 0, k = 0] = values;
          return space === 'DeviceCMYK' && k >= DARK && c + m + y + k > RICHEST;
        }),
      ),
      (it) => `${quoted(wordsOf(it))} is of rich black`,
    ),
  ),
  gwgRules(fine, WARNING)('R0016', 'white text has a least size', (file, product) =>
    firstOfPage(
      textsOn(file).filter(
        (it) => isAllWhite(it) && isUnder(it.text?.size, limit('whiteText', product)),
      ),
      (it) => `${sizes(it)} and white; the least is ${limit('whiteText', product)} pt`,
    ),
  ),
  gwgRules(fine, WARNING)('R0017', 'text of several inks has a least size', (file, product) =>
    firstOfPage(
      textsOn(file).filter(
        (it) => isMixed(it) && isUnder(it.text?.size, limit('mixedText', product)),
      ),
      (it) => `${sizes(it)} and of several inks; the least is ${limit('mixedText', product)} pt`,
    ),
  ),
  gwgRules(fine, WARNING)('R0018', 'white lines have a least width', (file, product) =>
    firstOfPage(
      linesOn(file).filter((it) => isAllWhite(it) && isUnder(it.line, limit('whiteLine', product))),
      (it) =>
        `a white line is ${it.line?.toFixed(2) ?? ''} pt; the least is ${limit('whiteLine', product)} pt`,
    ),
  ),
  gwgRules(fine, WARNING)('R0019', 'lines of several inks have a least width', (file, product) =>
    firstOfPage(
      linesOn(file).filter((it) => isMixed(it) && isUnder(it.line, limit('mixedLine', product))),
      (it) =>
        `a line of several inks is ${it.line?.toFixed(2) ?? ''} pt; the least is ${limit('mixedLine', product)} pt`,
    ),
  ),
] as const;
