import type { PlacedPanel } from '../layout/laid-out.js';
import { toPt } from '../units/length.js';
import type { PageGeometry } from './page-geometry.js';
import { pdfNumber } from './pdf-number.js';

/** Where a panel's bottom left lies on its page, points from the paper's; for one on its head the top right of its place. */
export interface PanelOrigin {
  readonly x: number;
  readonly y: number;
  readonly isTurned: boolean;
}

/** Where a panel's own coordinates begin on its page. */
export function panelOrigin(geometry: PageGeometry, placed: PlacedPanel): PanelOrigin {
  const { x, y = 0, isTurned = false, panel } = placed;
  const { margin, media, trim } = geometry;
  const bottom = media.height - trim.y - y - panel.height;
  return isTurned
    ? { x: toPt(margin + x + panel.width), y: toPt(bottom + panel.height), isTurned }
    : { x: toPt(margin + x), y: toPt(bottom), isTurned };
}

/** What stands before operators in a panel's own coordinates. */
export function originStart({ x, y, isTurned }: PanelOrigin): string {
  const turn = isTurned ? '-1 0 0 -1' : '1 0 0 1';
  return `q ${turn} ${pdfNumber(x)} ${pdfNumber(y)} cm\n`;
}

/** What stands behind them: the graphics state is as before. */
export const ORIGIN_END = '\nQ';

/** Operators in a panel's own coordinates. */
export const atOrigin = (origin: PanelOrigin, operators: string): string =>
  originStart(origin) + operators + ORIGIN_END;

/** Operators with the origin moved, points. */
export const translated = (x: number, y: number, operators: string): string =>
  atOrigin({ x, y, isTurned: false }, operators);
