import { Direction } from 'yoga-layout/load';
import type { BoxNode, ComposedPanel, Length } from '../compose/blocks.js';
import type { Locale } from '../sources/locale.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { type FlexTree, growTree } from './flex-tree.js';
import { holdContent } from './hold-content.js';
import { nodeFaults } from './node-faults.js';
import { type Painted, paintPanel } from './paint-panel.js';
import type { KnownPanel } from './panel-cache.js';
import { panelFaults } from './panel-faults.js';
import type { PanelFrame } from './panel-frame.js';
import { panelKey } from './panel-key.js';

/** Gives everything on one panel its place, and says what does not fit. */
export function layOutPanel(
  composed: ComposedPanel,
  frame: PanelFrame,
  { tag, direction }: Locale,
  typesetter: Typesetter,
): KnownPanel {
  const { items, slots, standing } = placeAll(composed.root, frame, direction, typesetter);
  const { width, height, outer } = frame;
  const drawn = { width, height, outer, items, slots, lang: tag, direction };
  return {
    panel: { ...drawn, name: composed.name, key: panelKey(drawn) },
    findings: [
      ...nodeFaults(composed.root, composed.name, typesetter),
      ...panelFaults(standing, frame),
    ],
  };
}

/** How often boxes may ask for more room; each time one more level of boxes can. */
const ROUNDS = 8;

function placeAll(
  root: BoxNode,
  frame: PanelFrame,
  direction: 'ltr' | 'rtl',
  typesetter: Typesetter,
): Painted {
  const tree = growTree(asPanel(root, frame), typesetter);
  try {
    settle(tree, frame, direction === 'rtl' ? Direction.RTL : Direction.LTR, typesetter);
    return paintPanel(tree, frame, typesetter);
  } finally {
    tree.flex.freeRecursive();
  }
}

function settle(
  tree: FlexTree,
  frame: PanelFrame,
  direction: Direction,
  typesetter: Typesetter,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    tree.flex.calculateLayout(frame.width, frame.height, direction);
    if (!holdContent(tree, typesetter)) return;
  }
  tree.flex.calculateLayout(frame.width, frame.height, direction);
}

/** The outermost box is the panel itself, whatever size its style names. */
function asPanel(root: BoxNode, { width, height }: PanelFrame): BoxNode {
  const mm = (value: number): Length => ({ unit: 'mm', value });
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  return {
    ...root,
    style: {
      ...root.style,
      position: 'relative',
      width: mm(width),
      height: mm(height),
      minWidth: 'auto',
      minHeight: 'auto',
      maxWidth: 'auto',
      maxHeight: 'auto',
      margin: none,
    },
  };
}
