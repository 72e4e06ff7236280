import type { PlacedPanel } from '../layout/laid-out.js';
import type { Box } from '../units/box.js';
import type { GreyPage } from './render-pages.js';

/** A rendered page, and where what is looked for begins on it, mm. */
export interface PageView {
  readonly page: GreyPage;
  readonly trim: Box;
}

const turned = new WeakMap<GreyPage, GreyPage>();

/** A page on its head: its pixels in the opposite order. Made once a page. */
function turnedPage(page: GreyPage): GreyPage {
  const known = turned.get(page) ?? { ...page, data: page.data.toReversed() };
  turned.set(page, known);
  return known;
}

/** The page as a panel sees it: upright, and with the panel's own top left where the trim's was. */
export function panelView(
  page: GreyPage,
  trim: Box,
  panel: Pick<PlacedPanel, 'x' | 'y' | 'isTurned'> & {
    readonly width: number;
    readonly height: number;
  },
): PageView {
  const { x, y = 0, isTurned = false, width, height } = panel;
  if (!isTurned) return { page, trim: { ...trim, x: trim.x + x, y: trim.y + y } };
  const right = page.width / page.scaleX - trim.x - x - width;
  const bottom = page.height / page.scaleY - trim.y - y - height;
  return { page: turnedPage(page), trim: { ...trim, x: right, y: bottom } };
}
