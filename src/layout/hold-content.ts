import { Edge } from 'yoga-layout/load';
import type { BoxNode, BoxStyle } from '../compose/blocks.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { contentWidth, markerWidth } from './content-width.js';
import type { FlexTree } from './flex-tree.js';
import { precise, preciseUp } from './precise.js';

/** A box that is short of its content by less than this, mm, is so by float noise. */
const NOISE = 0.001;

/**
 * Holds every box that came out smaller than its content at the size of its content: in a row its
 * longest word or QR code, in a column its lines. Tells whether there was one, so that the others
 * must share anew what is left.
 *
 * CSS does so by `min-width: auto` and `min-height: auto` (CSS Flexbox 1, 4.5 and 9.7: what breaks its
 * least size is frozen there); Yoga does not, and a QR code beside a long paragraph would lie under the words.
 */
export function holdContent({ node, children }: FlexTree, typesetter: Typesetter): boolean {
  let hasHeld = false;
  for (const child of children) {
    if (holdContent(child, typesetter)) hasHeld = true;
    if (node.kind !== 'box' || child.node.style.position === 'absolute') continue;
    const isHeld =
      node.style.direction === 'row'
        ? holdWidth(child, node.style, typesetter)
        : holdHeight(child, typesetter);
    if (isHeld) hasHeld = true;
  }
  return hasHeld;
}

function holdWidth({ node, flex }: FlexTree, row: BoxStyle, typesetter: Typesetter): boolean {
  const { minWidth, maxWidth } = node.style;
  if (minWidth !== 'auto') return false;
  const content = contentWidth(node, typesetter);
  const most = typeof maxWidth === 'object' && maxWidth.unit === 'mm' ? maxWidth.value : content;
  const least = preciseUp(Math.min(content, most));
  if (flex.getComputedWidth() >= least - NOISE) return false;
  flex.setMinWidth(least);
  if (!row.wrap) freeze(flex, least);
  return true;
}

/** Only what shares out its column (`flex: 1`) can be lower than its content: nothing shrinks in a column. */
function holdHeight({ node, flex, children }: FlexTree, typesetter: Typesetter): boolean {
  const { style } = node;
  if (style.basis === 'auto' || style.minHeight !== 'auto') return false;
  const { padding, border } = style;
  const around =
    padding.top + padding.bottom + (border.top?.width ?? 0) + (border.bottom?.width ?? 0);
  const inside =
    node.kind === 'box' ? stackHeight(node, children) : leafHeight({ node, flex }, typesetter);
  const least = precise(around + inside);
  if (flex.getComputedHeight() >= least - NOISE) return false;
  flex.setMinHeight(least);
  freeze(flex, least);
  return true;
}

function freeze(flex: FlexTree['flex'], size: number): void {
  flex.setFlexBasis(size);
  flex.setFlexGrow(0);
  flex.setFlexShrink(0);
}

/** How high the children of a laid-out box stand, one under another or side by side, mm. */
function stackHeight({ style }: BoxNode, children: readonly FlexTree[]): number {
  const heights = children
    .filter((child) => child.node.style.position === 'relative')
    .map(
      ({ flex }) =>
        flex.getComputedHeight() +
        flex.getComputedMargin(Edge.Top) +
        flex.getComputedMargin(Edge.Bottom),
    );
  if (style.direction === 'row') return heights.reduce((most, it) => Math.max(most, it), 0);
  const gaps = style.rowGap * Math.max(0, heights.length - 1);
  return heights.reduce((sum, it) => sum + it, gaps);
}

function leafHeight({ node, flex }: Omit<FlexTree, 'children'>, typesetter: Typesetter): number {
  if (node.kind === 'slot') return node.text.lineHeight;
  if (node.kind !== 'text') return 0;
  const { padding, border } = node.style;
  const around =
    padding.left + padding.right + (border.left?.width ?? 0) + (border.right?.width ?? 0);
  const width = flex.getComputedWidth() - around - markerWidth(node);
  return typesetter.measure(node.paragraph, precise(Math.max(0, width))).height;
}
