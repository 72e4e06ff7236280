import type { CodeItem, FillItem, PanelItem, PictureItem, StrokeItem } from '../layout/laid-out.js';
import { toPt } from '../units/length.js';
import { type Content, isBlackAlone } from './content.js';
import { drawPath, type PathFrame, thickness } from './draw-path.js';
import { drawText } from './draw-text.js';
import type { FontUse } from './font-use.js';

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Black lines thinner than this overprint, as black text does: a hairline cannot meet its own knock-out (GWG 2022, R0010). */
const THIN_LINE_PT = 2;

/** Draws items in painting order. `height` is that of the panel (or side) in mm: its bottom left is the origin. */
export function drawItems(
  content: Content,
  fonts: FontUse,
  items: readonly PanelItem[],
  height: number,
): void {
  const frame: PathFrame = { left: 0, top: height, unit: 1 };
  for (const item of items) {
    if (item.kind === 'fill') drawFill(content, item, frame);
    else if (item.kind === 'stroke') drawStroke(content, item, frame);
    else if (item.kind === 'code') drawCode(content, item, height);
    else if (item.kind === 'picture') drawPicture(content, item, height);
    else if (item.kind === 'art') drawItems(content, fonts, item.parts, height);
    else drawText(content, fonts, item.text, toPt(item.x), toPt(height - item.y));
  }
}

function drawFill(content: Content, item: FillItem, frame: PathFrame): void {
  const isThin = toPt(thickness(item.path)) < THIN_LINE_PT;
  content.overprint(isThin && isBlackAlone(item.ink));
  content.fill(item.ink);
  content.put(drawPath(item.path, frame));
  content.put(item.rule === 'evenodd' ? 'f*' : 'f');
}

function drawStroke(content: Content, item: StrokeItem, frame: PathFrame): void {
  const width = toPt(item.width);
  content.overprint(width < THIN_LINE_PT && isBlackAlone(item.ink));
  content.stroke(item.ink);
  content.line(width, CAPS[item.cap], JOINS[item.join]);
  content.put(drawPath(item.path, frame));
  content.put('S');
}

function drawPicture(content: Content, item: PictureItem, height: number): void {
  const { x, y, width, height: tall } = item.box;
  content.picture(item, [x, height - y - tall, width, tall].map(toPt));
}

/** A QR code as one shape without a stroke: modules that meet leave no hairline between them. */
function drawCode(content: Content, item: CodeItem, height: number): void {
  content.overprint(false);
  content.fill(item.ink);
  content.put(
    drawPath(item.symbol.path, { left: item.x, top: height - item.y, unit: item.module }),
  );
  content.put('f*');
}
