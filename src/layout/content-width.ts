import type {
  ArtNode,
  BoxNode,
  BoxStyle,
  Length,
  Node,
  PictureNode,
  SlotNode,
} from '../compose/blocks.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { artRatio, artSize } from './art-size.js';
import { measureValues } from './measured-value.js';
import { pictureRatio, pictureWidth } from './paint-picture.js';

/** The narrowest a node can be without squashing what is in it, mm: its longest word, its QR code. */
export function contentWidth(node: Node, typesetter: Typesetter): number {
  const { width } = node.style;
  if (typeof width === 'object' && width.unit === 'mm') return width.value;
  return inlinePadding(node.style) + innerWidth(node, typesetter);
}

/** The widest value of a slot, mm. */
export const widestValue = (node: SlotNode, typesetter: Typesetter): number =>
  measureValues(node, typesetter).widest;

/** What a list's bullet takes off its text, mm. */
export const markerWidth = (node: Node): number =>
  node.kind === 'text' && node.marker !== undefined ? node.marker.width + node.marker.gap : 0;

const inlinePadding = ({ padding, border }: BoxStyle): number =>
  padding.left + padding.right + (border.left?.width ?? 0) + (border.right?.width ?? 0);

function innerWidth(node: Node, typesetter: Typesetter): number {
  switch (node.kind) {
    case 'text':
      return typesetter.measure(node.paragraph, 0).width + markerWidth(node);
    case 'code':
      return node.size;
    case 'art':
      return artWidth(node, { ratio: artRatio(node), width: artSize(node).width });
    case 'picture':
      return artWidth(node, { ratio: pictureRatio(node), width: pictureWidth(node) });
    case 'slot':
      return widestValue(node, typesetter);
    case 'box':
      return childrenWidth(node, typesetter);
  }
}

function artWidth(
  { style }: ArtNode | PictureNode,
  own: { readonly ratio: number; readonly width: number },
): number {
  if (style.width !== 'auto') return 0;
  const height: Length = style.height;
  if (height === 'auto') return own.width;
  return height.unit === 'mm' ? height.value * own.ratio : 0;
}

function childrenWidth(node: BoxNode, typesetter: Typesetter): number {
  const widths = node.children
    .filter((child) => child.style.position === 'relative')
    .map(
      (child) =>
        contentWidth(child, typesetter) + child.style.margin.left + child.style.margin.right,
    );
  const isOneRow = node.style.direction === 'row' && !node.style.wrap;
  const gaps = node.style.columnGap * Math.max(0, widths.length - 1);
  return isOneRow
    ? widths.reduce((sum, width) => sum + width, gaps)
    : widths.reduce((widest, width) => Math.max(widest, width), 0);
}
