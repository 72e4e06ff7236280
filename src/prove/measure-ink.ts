import { FULL, type InkCanvas, type PixelBox } from './ink-canvas.js';
import type { GreyPage } from './render-pages.js';

/** What the pixels under a word hold. Shares of the ink that its outlines promise. */
export interface MeasuredInk {
  /** Ink there is. */
  readonly amount: number;
  /** Ink that is missing where it should be, and there where it should not be, half of each. */
  readonly astray: number;
  /** Grey levels between its ink and its ground. */
  readonly contrast: number;
  /** What its outlines promise, in whole pixels of ink. */
  readonly owed: number;
}

/** Fewest grey levels between ink and ground that shares are reckoned by: of less, rounding makes any number. */
export const FAINTEST = 25;

/** A pixel is a letter's inside or its surroundings if it is covered by so much or so little. */
const INSIDE = 0.98 * FULL;
const OUTSIDE = 0.01 * FULL;

/** Measures a word's ink on the page against what the canvas owes in the same box. */
export function measureInk(canvas: InkCanvas, page: GreyPage, box: PixelBox): MeasuredInk {
  const view = clip(box, canvas, page);
  const { ground, full } = levels(canvas, page, view);
  const { owed, amount, astray } = sums(canvas, page, view, inkOfGreys(ground, full));
  const lost = owedOutside(canvas, box, view);
  const all = owed + lost;
  if (all === 0) return { amount: 0, astray: 0, contrast: 0, owed: 0 };
  return {
    amount: amount / all,
    astray: (astray + lost / 2) / all,
    contrast: Math.abs(full - ground),
    owed: all,
  };
}

/** Share of full ink of each grey, between a ground and what is all ink. */
function inkOfGreys(ground: number, full: number): Float64Array {
  const span = Math.max(FAINTEST, Math.abs(full - ground)) * (full > ground ? 1 : -1);
  for (let grey = 0; grey < 256; grey += 1)
    inks[grey] = Math.min(1, Math.max(0, (grey - ground) / span));
  return inks;
}

const inks = new Float64Array(256);

/** What is owed, there, and elsewhere than owed, in pixels of full ink. */
function sums(canvas: InkCanvas, page: GreyPage, view: PixelBox, inkOf: Float64Array) {
  const [covers, greys] = [canvas.data, page.data];
  let [owed, amount, astray] = [0, 0, 0];
  for (let y = view.top; y < view.bottom; y += 1) {
    const paper = y * page.width;
    const own = (y - canvas.box.top) * canvas.width - canvas.box.left;
    for (let x = view.left; x < view.right; x += 1) {
      const cover = covers[own + x] as number;
      const ink = inkOf[greys[paper + x] as number] as number;
      // Most pixels round letters are owed no ink and have none.
      if (cover === 0 && ink === 0) continue;
      const share = cover / FULL;
      owed += share;
      amount += ink;
      astray += Math.abs(ink - share) / 2;
    }
  }
  return { owed, amount, astray };
}

/** The part of a box that lies on the paper. The box lies on the canvas: it is a word's own. */
const clip = (box: PixelBox, { box: own }: InkCanvas, page: GreyPage): PixelBox => ({
  left: Math.max(0, own.left, box.left),
  top: Math.max(0, own.top, box.top),
  right: Math.min(page.width, own.right, box.right),
  bottom: Math.min(page.height, own.bottom, box.bottom),
});

/** What is owed where there is no paper, counted as whole pixels' shares: a word that hangs over the edge. */
function owedOutside(canvas: InkCanvas, box: PixelBox, view: PixelBox): number {
  const isWhole =
    view.left <= Math.max(box.left, canvas.box.left) &&
    view.right >= Math.min(box.right, canvas.box.right) &&
    view.top <= Math.max(box.top, canvas.box.top) &&
    view.bottom >= Math.min(box.bottom, canvas.box.bottom);
  if (isWhole) return 0;
  let owed = 0;
  for (
    let y = Math.max(box.top, canvas.box.top);
    y < Math.min(box.bottom, canvas.box.bottom);
    y += 1
  )
    for (
      let x = Math.max(box.left, canvas.box.left);
      x < Math.min(box.right, canvas.box.right);
      x += 1
    ) {
      const isSeen = x >= view.left && x < view.right && y >= view.top && y < view.bottom;
      if (!isSeen)
        owed +=
          (canvas.data[(y - canvas.box.top) * canvas.width + x - canvas.box.left] as number) / FULL;
    }
  return owed;
}

const surroundings = new Uint32Array(256);
const insides = new Uint32Array(256);

/** The commonest grey round the letters, and that of their inside farthest from it, a tenth left aside as strays. */
function levels(canvas: InkCanvas, page: GreyPage, view: PixelBox) {
  surroundings.fill(0);
  insides.fill(0);
  const [covers, greys] = [canvas.data, page.data];
  let inside = 0;
  for (let y = view.top; y < view.bottom; y += 1) {
    const paper = y * page.width;
    const own = (y - canvas.box.top) * canvas.width - canvas.box.left;
    for (let x = view.left; x < view.right; x += 1) {
      const share = covers[own + x] as number;
      const grey = greys[paper + x] as number;
      if (share <= OUTSIDE) surroundings[grey] = (surroundings[grey] as number) + 1;
      else if (share >= INSIDE) {
        insides[grey] = (insides[grey] as number) + 1;
        inside += 1;
      }
    }
  }
  const ground = commonest(surroundings);
  return {
    ground,
    full: inside === 0 ? thinLevel(canvas, page, view, ground) : farthest(insides, inside, ground),
  };
}

/** The grey of full ink where no pixel is all ink, such as a dash thinner than a pixel: by least squares over its pixels. */
function thinLevel(canvas: InkCanvas, page: GreyPage, view: PixelBox, ground: number): number {
  let [depths, shares] = [0, 0];
  for (let y = view.top; y < view.bottom; y += 1)
    for (let x = view.left; x < view.right; x += 1) {
      const at = (y - canvas.box.top) * canvas.width + x - canvas.box.left;
      const share = (canvas.data[at] as number) / FULL;
      depths += share * ((page.data[y * page.width + x] as number) - ground);
      shares += share * share;
    }
  return shares === 0 ? ground : Math.min(255, Math.max(0, ground + depths / shares));
}

function commonest(counts: Uint32Array): number {
  let best = 255;
  for (let grey = 255; grey >= 0; grey -= 1)
    if ((counts[grey] as number) > (counts[best] as number)) best = grey;
  return best;
}

function farthest(counts: Uint32Array, sum: number, ground: number): number {
  let left = Math.floor(sum / 10);
  for (let off = 255; off > 0; off -= 1) {
    const darker = ground >= off ? (counts[ground - off] as number) : 0;
    if (darker > left) return ground - off;
    left -= darker;
    const lighter = ground + off < 256 ? (counts[ground + off] as number) : 0;
    if (lighter > left) return ground + off;
    left -= lighter;
  }
  return ground;
}
