import type { LaidOutPanel, PanelItem } from '../layout/laid-out.js';
import type { Edges } from '../units/box.js';
import { toPt } from '../units/length.js';
import { Content } from './content.js';
import { drawItems } from './draw-items.js';
import { type Drawing, toDrawing } from './drawing.js';
import type { FontUse } from './font-use.js';

/** A panel drawn with its bottom left at the origin; its bytes depend on the panel and the press's spots, on nothing else. */
export function drawPanel(
  panel: LaidOutPanel,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): Drawing {
  const { items, width, height, outer } = panel;
  return draw(items, { width, height, outer }, fonts, spots);
}

/** What the tool puts over a whole side, with the trim's bottom left at the origin. */
export function drawOverlay(
  items: readonly PanelItem[],
  trim: { readonly width: number; readonly height: number },
  bleed: number,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): Drawing {
  const outer = { top: bleed, right: bleed, bottom: bleed, left: bleed };
  return draw(items, { ...trim, outer }, fonts, spots);
}

interface Ground {
  readonly width: number;
  readonly height: number;
  readonly outer: Edges;
}

function draw(
  items: readonly PanelItem[],
  { width, height, outer }: Ground,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): Drawing {
  const content = new Content(spots);
  drawItems(content, fonts, items, height);
  const sides = [-outer.left, -outer.bottom, width + outer.right, height + outer.top];
  return toDrawing(content, sides.map(toPt));
}
