import { QUIET_ZONE } from '../codes/symbol.js';
import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Box } from '../units/box.js';
import type { CodeReader } from './code-reader.js';
import type { OwedSymbol } from './owed-form.js';
import type { GreyPage } from './render-pages.js';

/** A QR code that a page owes: top left without quiet zone, mm from the trim's top left. */
export interface OwedCode {
  readonly x: number;
  readonly y: number;
  readonly module: number;
  readonly modules: number;
  readonly target: string;
}

/** Smallest module of any piece, mm: that of tags and seals; what a leaflet asks for is judged before it is made (print-spec 7). */
const LEAST_MODULE = 0.4;
/** How far a measured symbol may be from its place or size, mm: a pixel and a half at 300 dpi. */
const SIZE_TOLERANCE = 0.13;
/** Share of the way from paper to black that dark and light must lie apart (ISO/IEC 15415 grades under 0.4 as poor). */
const LEAST_CONTRAST = 0.4;
/** A quiet zone's pixel that lies this share of the way to the dark ink is inked; softer ones are the symbol's own edge. */
const INKED = 0.25;

const FIX =
  'do not print this file; see that nothing lies over the code or its border, and build again';

export const owedCode = (item: OwedSymbol, x: number): OwedCode => ({
  x: x + item.x,
  y: item.y,
  module: item.module,
  modules: item.symbol.modules,
  target: item.symbol.target,
});

/** Reads a code from its pixels and measures it: target, module, quiet zone, contrast. */
export async function checkCode(
  code: OwedCode,
  page: GreyPage,
  trim: Box,
  read: CodeReader,
  at: Place,
  context: FindingContext,
): Promise<readonly Finding[]> {
  const crop = cropOf(code, page, trim);
  const target = await read(crop);
  const wrong = targetFinding(code, target, at, context);
  const greys = extremes(crop);
  const contrast = (greys.light - greys.dark) / 255;
  if (contrast < LEAST_CONTRAST)
    return [
      ...wrong,
      finding(
        'prove/code-contrast',
        at,
        `the code for ${quoted(code.target)} has a contrast of ${Math.round(contrast * 100)} %; at least ${LEAST_CONTRAST * 100} % is needed`,
        FIX,
        context,
      ),
    ];
  return [...wrong, ...measure(code, crop, greys, at, context)];
}

/** Whether a code can be read at all, and what it gives: for drafts, whose watermark may lie over it. */
export async function readsOther(
  code: OwedCode,
  page: GreyPage,
  trim: Box,
  read: CodeReader,
): Promise<boolean> {
  const target = await read(cropOf(code, page, trim));
  return target !== undefined && target !== code.target;
}

function targetFinding(
  code: OwedCode,
  target: string | undefined,
  at: Place,
  context: FindingContext,
): Finding[] {
  if (target === code.target) return [];
  if (target === undefined)
    return [
      finding(
        'prove/code-unread',
        at,
        `no code can be read where the one for ${quoted(code.target)} should stand`,
        FIX,
        context,
      ),
    ];
  return [
    finding(
      'prove/code-target',
      at,
      `the code gives ${quoted(target)} where ${quoted(code.target)} was approved`,
      FIX,
      context,
    ),
  ];
}

/** A code with its quiet zone, cut out of a page. */
interface CodeCrop extends GreyPage {
  /** Width of the quiet zone in pixels, as it should be. */
  readonly border: number;
}

function cropOf({ x, y, module, modules }: OwedCode, page: GreyPage, trim: Box): CodeCrop {
  const quiet = QUIET_ZONE * module;
  const left = Math.round((trim.x + x - quiet) * page.scaleX);
  const top = Math.round((trim.y + y - quiet) * page.scaleY);
  const width = Math.max(1, Math.round((modules + 2 * QUIET_ZONE) * module * page.scaleX));
  const height = Math.max(1, Math.round((modules + 2 * QUIET_ZONE) * module * page.scaleY));
  const data = new Uint8Array(width * height).fill(255);
  const [from, to] = [Math.max(0, left), Math.min(page.width, left + width)];
  for (let y = Math.max(0, top); y < Math.min(page.height, top + height) && from < to; y += 1) {
    const pixels = page.data.subarray(y * page.width + from, y * page.width + to);
    data.set(pixels, (y - top) * width + from - left);
  }
  return {
    width,
    height,
    data,
    scaleX: page.scaleX,
    scaleY: page.scaleY,
    border: quiet * page.scaleX,
  };
}

/** The dark and light of a code: a hundredth of its pixels at either end left aside. */
function extremes({ data }: CodeCrop): { readonly dark: number; readonly light: number } {
  const counts = new Uint32Array(256);
  for (const grey of data) counts[grey] = (counts[grey] as number) + 1;
  const aside = Math.floor(data.length / 100);
  return { dark: greyAt(counts, aside), light: greyAt(counts, data.length - 1 - aside) };
}

/** The grey of a pixel where all stand in a row, the darkest first. */
function greyAt(counts: Uint32Array, place: number): number {
  let before = 0;
  return counts.findIndex((count) => {
    before += count;
    return before > place;
  });
}

/** The rows and columns that hold dark pixels; what lies between is the symbol. */
function measure(
  code: OwedCode,
  crop: CodeCrop,
  { dark, light }: { readonly dark: number; readonly light: number },
  at: Place,
  context: FindingContext,
): Finding[] {
  const isDark = (grey: number): boolean => grey < (dark + light) / 2;
  const found: Finding[] = [];
  const side = symbolSide(crop, isDark);
  const module = side === undefined ? undefined : side / code.modules;
  const inked = inkedPixels(crop, dark + (light - dark) * (1 - INKED));
  if (inked > 0)
    found.push(
      finding(
        'prove/code-quiet-zone',
        at,
        `${inked} pixels of ink (at 300 dpi) stand in the empty border of the code for ${quoted(code.target)}; there may be none`,
        FIX,
        context,
      ),
    );
  if (
    module === undefined ||
    module * code.modules < code.module * code.modules - SIZE_TOLERANCE * 2 ||
    module < LEAST_MODULE - SIZE_TOLERANCE / code.modules
  )
    found.push(
      finding(
        'prove/code-module',
        at,
        `the squares of the code for ${quoted(code.target)} measure ${module?.toFixed(2) ?? '0'} mm; they should measure ${code.module.toFixed(2)} mm, and at least ${LEAST_MODULE} mm`,
        FIX,
        context,
      ),
    );
  return found;
}

/** The symbol's side in mm, from the dark pixels that lie farthest out within its own square. */
function symbolSide(crop: CodeCrop, isDark: (grey: number) => boolean): number | undefined {
  const inner = Math.max(0, Math.floor(crop.border) - 2);
  let [left, right, top, bottom] = [crop.width, -1, crop.height, -1];
  for (let y = inner; y < crop.height - inner; y += 1)
    for (let x = inner; x < crop.width - inner; x += 1) {
      if (!isDark(crop.data[y * crop.width + x] ?? 255)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  if (right < 0) return undefined;
  return Math.min((right - left + 1) / crop.scaleX, (bottom - top + 1) / crop.scaleY);
}

function inkedPixels(crop: CodeCrop, darkest: number): number {
  // A pixel at either edge belongs half to the symbol, half to what lies round the border.
  const border = Math.floor(crop.border) - 1;
  let inked = 0;
  for (let y = 1; y < crop.height - 1; y += 1)
    for (let x = 1; x < crop.width - 1; x += 1) {
      const isInside =
        x >= border && y >= border && x < crop.width - border && y < crop.height - border;
      if (!isInside && (crop.data[y * crop.width + x] ?? 255) < darkest) inked += 1;
    }
  return inked;
}
