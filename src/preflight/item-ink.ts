import { QUIET_ZONE } from '../codes/symbol.js';
import type { CodeItem, FillItem, PanelItem, StrokeItem, TextItem } from '../layout/laid-out.js';
import type { Box } from '../units/box.js';
import { fillsBox, strokeTouches } from './drawn-shape.js';
import { isBare } from './plates.js';

/** A box larger by so much on each side, mm; smaller where `by` is negative. */
export const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** Whether two boxes share more than an edge. */
export const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** A code's symbol, without its quiet zone. */
export const codeBox = ({ x, y, module, symbol }: CodeItem): Box => ({
  x,
  y,
  width: module * symbol.modules,
  height: module * symbol.modules,
});

/** A code with the empty border that its readers need. */
export const quietBox = (code: CodeItem): Box => grow(codeBox(code), QUIET_ZONE * code.module);

/** What each line of a text takes up: the height of its letters, within its own line. */
export function lineBoxes({ x, y, text }: TextItem): readonly Box[] {
  const { lineHeight } = text.paragraph;
  return text.lines.map((line, index) => {
    const top = Math.max(line.baseline - line.ascent, index * lineHeight);
    const bottom = Math.min(line.baseline + line.descent, (index + 1) * lineHeight);
    return { x: x + line.x, y: y + top, width: line.width, height: Math.max(0, bottom - top) };
  });
}

/** How an item's ink lies on a part of the panel: not at all, over some of it, or over the whole. */
export function inkOn(item: PanelItem, box: Box): 'none' | 'part' | 'all' {
  switch (item.kind) {
    case 'fill':
    case 'stroke':
      return shapeOn(item, box);
    case 'text':
      return lineBoxes(item).some((it) => meet(it, box)) ? 'part' : 'none';
    case 'code':
      return meet(codeBox(item), box) ? 'part' : 'none';
    case 'picture':
      return meet(item.box, box) ? 'part' : 'none';
    case 'art':
      return item.parts.some((part) => !isBare(part.ink) && shapeOn(part, box) !== 'none')
        ? 'part'
        : 'none';
  }
}

function shapeOn(item: FillItem | StrokeItem, box: Box): 'none' | 'part' | 'all' {
  if (item.kind === 'fill') return fillsBox(item.path, item.rule, box);
  return strokeTouches(item.path, item.width, box) ? 'part' : 'none';
}
