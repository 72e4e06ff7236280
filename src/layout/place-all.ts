import { Direction } from 'yoga-layout/load';
import type { BoxNode, Length } from '../compose/blocks.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { type FlexTree, growTree } from './flex-tree.js';
import { holdContent } from './hold-content.js';
import { type Painted, paintPanel } from './paint-panel.js';
import type { PanelFrame } from './panel-frame.js';
import { snapToGrid } from './snap-to-grid.js';

/** How often boxes may ask for more room; each time one more level of boxes can. */
const ROUNDS = 8;

/** How high a panel's boxes may stand: the panel itself, or as high as what is in them. */
export type PanelHeight = 'panel' | 'natural';

/** Gives all boxes of a panel their place, and paints them. */
export function placeAll(
  root: BoxNode,
  frame: PanelFrame,
  direction: 'ltr' | 'rtl',
  typesetter: Typesetter,
  height: PanelHeight = 'panel',
): Painted {
  const tree = growTree(asPanel(root, frame, height), typesetter);
  try {
    const layOut = (): void =>
      settle(
        tree,
        frame.width,
        height === 'panel' ? frame.height : undefined,
        direction === 'rtl' ? Direction.RTL : Direction.LTR,
        typesetter,
      );
    layOut();
    snapToGrid(tree, layOut, typesetter);
    return paintPanel(tree, frame, typesetter);
  } finally {
    tree.flex.freeRecursive();
  }
}

function settle(
  tree: FlexTree,
  width: number,
  height: number | undefined,
  direction: Direction,
  typesetter: Typesetter,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    tree.flex.calculateLayout(width, height, direction);
    if (!holdContent(tree, typesetter)) return;
  }
  tree.flex.calculateLayout(width, height, direction);
}

/** The outermost box is the panel itself, whatever size its style names. */
function asPanel(root: BoxNode, { width, height }: PanelFrame, wanted: PanelHeight): BoxNode {
  const mm = (value: number): Length => ({ unit: 'mm', value });
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  return {
    ...root,
    style: {
      ...root.style,
      position: 'relative',
      width: mm(width),
      height: wanted === 'panel' ? mm(height) : 'auto',
      minWidth: 'auto',
      minHeight: 'auto',
      maxWidth: 'auto',
      maxHeight: 'auto',
      margin: none,
    },
  };
}
