import { Edge } from 'yoga-layout/load';
import type { Typesetter } from '../typeset/typesetter.js';
import { firstBaseline } from './baseline-shifts.js';
import type { FlexTree } from './flex-tree.js';

/** A line as near to its step as this, mm, stands on it. */
const LEVEL = 0.002;

/** What moves one text may move those before it, in a box that fills its panel from the foot: so often they are all looked at again. */
const PASSES = 6;

/** A text or slot that a template wants on the grid, and the boxes around it, itself last. */
interface OnGrid {
  readonly step: number;
  /** From the box's top to the line that its first letters stand on, mm. */
  readonly depth: number;
  readonly boxes: readonly FlexTree['flex'][];
}

/**
 * Moves the texts of a panel so that their lines stand on the baseline grid: each goes down to the next step by a
 * larger margin above it, or, where its box fills from the foot, up by a larger one below it. Boxes around them are laid
 * out anew each time, so that grounds, rules and what follows move with them.
 */
export function snapToGrid(tree: FlexTree, layOut: () => void, typesetter: Typesetter): void {
  const texts = textsOnGrid(tree, [], typesetter);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const moved = texts.filter((text) => snap(text, layOut));
    if (moved.length === 0) return;
  }
}

function textsOnGrid(
  { node, flex, children }: FlexTree,
  around: OnGrid['boxes'],
  typesetter: Typesetter,
): OnGrid[] {
  const boxes = [...around, flex];
  if (node.kind === 'box') return children.flatMap((it) => textsOnGrid(it, boxes, typesetter));
  if (node.kind !== 'text' && node.kind !== 'slot') return [];
  const step = node.kind === 'text' ? node.paragraph.grid : node.text.grid;
  const baseline = firstBaseline(node, typesetter);
  if (step === undefined || baseline === undefined) return [];
  const { padding, border } = node.style;
  return [{ step, depth: padding.top + (border.top?.width ?? 0) + baseline, boxes }];
}

/** Where a text's first line stands, mm from the top of the panel. */
const lineOf = ({ boxes, depth }: OnGrid): number =>
  boxes.reduce((sum, flex) => sum + flex.getComputedTop(), depth);

/** Whether a text had to move. */
function snap(text: OnGrid, layOut: () => void): boolean {
  const from = lineOf(text);
  const above = from - Math.floor(from / text.step) * text.step;
  const below = text.step - above;
  if (above <= LEVEL || below <= LEVEL) return false;
  if (!push(text, Edge.Top, below, layOut)) push(text, Edge.Bottom, above, layOut);
  return true;
}

/** Makes a margin larger so that the line moves by `distance`, or leaves it as it was. In a centred box half of it is lost, so it takes twice as much. */
function push(text: OnGrid, edge: Edge, distance: number, layOut: () => void): boolean {
  const flex = text.boxes.at(-1);
  if (flex === undefined) return false;
  const before = flex.getMargin(edge).value;
  const was = Number.isFinite(before) ? before : 0;
  const from = lineOf(text);
  let more = distance;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    flex.setMargin(edge, was + more);
    layOut();
    const moved = Math.abs(lineOf(text) - from);
    if (Math.abs(moved - distance) <= LEVEL) return true;
    if (moved <= distance / 4) break;
    more *= distance / moved;
  }
  flex.setMargin(edge, was);
  layOut();
  return false;
}
