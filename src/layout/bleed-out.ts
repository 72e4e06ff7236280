import type { Box } from '../units/box.js';
import type { PanelFrame } from './panel-frame.js';

/** How near to an edge counts as on it, mm: far below what a cutter can do, far above rounding. */
const ON_EDGE = 0.01;

/**
 * A painted box as it is printed: where it touches the trim it runs on through the bleed, so that a
 * cut that wanders shows no white; at a fold it stops, so that it never shows on the next panel.
 */
export function bleedOut(box: Box, { width, height, outer }: PanelFrame): Box {
  const left = box.x <= ON_EDGE ? 0 - outer.left : box.x;
  const top = box.y <= ON_EDGE ? 0 - outer.top : box.y;
  const right = box.x + box.width >= width - ON_EDGE ? width + outer.right : box.x + box.width;
  const bottom =
    box.y + box.height >= height - ON_EDGE ? height + outer.bottom : box.y + box.height;
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
