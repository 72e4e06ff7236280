import { Align, Edge, type Node as Flex, MeasureMode } from 'yoga-layout/load';
import type { ArtNode, BoxStyle, CodeNode, Node, PictureNode } from '../compose/blocks.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { artRatio, artSize } from './art-size.js';
import { baselineShifts } from './baseline-shifts.js';
import { newBox } from './boxes.js';
import { markerWidth, widestValue } from './content-width.js';
import { setFlexStyle } from './flex-style.js';
import { pictureRatio, pictureWidth } from './paint-picture.js';
import { precise, preciseUp } from './precise.js';

/** A node and its flex box. */
export interface FlexTree {
  readonly node: Node;
  readonly flex: Flex;
  readonly children: readonly FlexTree[];
}

/** Flex boxes for a node and all in it. The caller frees the root with `freeRecursive`. */
export function growTree(node: Node, typesetter: Typesetter, parent?: BoxStyle): FlexTree {
  const flex = newBox();
  setFlexStyle(flex, node.style);
  // Lines must never slide over each other: nothing in a column gets lower than its content.
  if (parent?.direction === 'column') flex.setFlexShrink(0);
  if (node.kind !== 'box') {
    sizeLeaf(flex, node, typesetter, parent);
    return { node, flex, children: [] };
  }
  const children = node.children.map((child) => growTree(child, typesetter, node.style));
  children.forEach((child, index) => {
    flex.insertChild(child.flex, index);
  });
  if (node.style.direction === 'row' && node.style.align === 'baseline') {
    for (const [child, top] of baselineShifts(node.children, typesetter).entries())
      children[child]?.flex.setMargin(Edge.Top, top);
  }
  return { node, flex, children };
}

type Leaf = Exclude<Node, { kind: 'box' }>;

function sizeLeaf(flex: Flex, node: Leaf, typesetter: Typesetter, parent?: BoxStyle): void {
  switch (node.kind) {
    case 'text':
      flex.setMeasureFunc(
        measureBy((width) => {
          const marker = markerWidth(node);
          const size = typesetter.measure(node.paragraph, precise(Math.max(0, width - marker)));
          return { width: preciseUp(size.width + marker), height: size.height };
        }),
      );
      return;
    case 'slot': {
      const size = {
        width: preciseUp(widestValue(node, typesetter)),
        height: node.text.lineHeight,
      };
      flex.setMeasureFunc(measureBy(() => size));
      return;
    }
    case 'code':
      sizeCode(flex, node);
      return;
    case 'art':
      sizeArt(flex, node, { ratio: artRatio(node), width: artSize(node).width }, parent);
      return;
    case 'picture':
      sizeArt(flex, node, { ratio: pictureRatio(node), width: pictureWidth(node) }, parent);
      return;
  }
}

/** A measure function for Yoga; each width is measured once. */
function measureBy(measure: (width: number) => { width: number; height: number }) {
  const known = new Map<number, { width: number; height: number }>();
  return (width: number, mode: MeasureMode) => {
    const available = mode === MeasureMode.Undefined ? Number.POSITIVE_INFINITY : width;
    const size = known.get(available) ?? measure(available);
    known.set(available, size);
    return size;
  };
}

/** A QR code has one size: the copy round it gives way. */
function sizeCode(flex: Flex, { size, style }: CodeNode): void {
  const { padding, border } = style;
  flex.setFlexShrink(0);
  flex.setFlexGrow(0);
  flex.setWidth(
    size + padding.left + padding.right + (border.left?.width ?? 0) + (border.right?.width ?? 0),
  );
  flex.setHeight(
    size + padding.top + padding.bottom + (border.top?.width ?? 0) + (border.bottom?.width ?? 0),
  );
}

/** A drawing or picture keeps its own proportions where a rule gives one side or none. */
function sizeArt(
  flex: Flex,
  { style }: ArtNode | PictureNode,
  own: { readonly ratio: number; readonly width: number },
  parent: BoxStyle | undefined,
): void {
  const { width, height, alignSelf } = style;
  flex.setFlexShrink(0);
  if (width !== 'auto' && height !== 'auto') return;
  flex.setAspectRatio(own.ratio);
  if (width === 'auto' && height === 'auto') flex.setWidth(own.width);
  if ((alignSelf ?? parent?.align) === 'stretch') flex.setAlignSelf(Align.FlexStart);
}
