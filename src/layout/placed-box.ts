import type { Box } from '../units/box.js';
import type { LaidOutPanel, PlacedPanel } from './laid-out.js';

/** Where a panel lies on its side, and how large it is. */
type PanelPlace = Omit<PlacedPanel, 'panel'> & {
  readonly panel: Pick<LaidOutPanel, 'width' | 'height'>;
};

/** A box of a panel where it lies on the panel's side; a panel on its head turns it round. */
export function onSide({ x, y = 0, isTurned, panel }: PanelPlace, box: Box): Box {
  const { width, height } = box;
  if (!isTurned) return { x: x + box.x, y: y + box.y, width, height };
  return {
    x: x + panel.width - box.x - width,
    y: y + panel.height - box.y - height,
    width,
    height,
  };
}

/** A box of a side as a panel on it sees it. */
export function onPanel({ x, y = 0, isTurned, panel }: PanelPlace, box: Box): Box {
  const { width, height } = box;
  if (!isTurned) return { x: box.x - x, y: box.y - y, width, height };
  return {
    x: x + panel.width - box.x - width,
    y: y + panel.height - box.y - height,
    width,
    height,
  };
}
