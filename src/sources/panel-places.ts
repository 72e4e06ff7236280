import type { Box } from '../units/box.js';
import type { Format, FormatPanel } from './format.js';

/** A panel and where it lies on its side, mm from the side's top left. */
export interface PanelPlace extends Box {
  readonly panel: FormatPanel;
  readonly isTurned: boolean;
}

/** Where the panels of a side lie, in the order in which the format lists them. */
export function panelPlaces(
  { trim, sides }: Pick<Format, 'trim' | 'sides'>,
  side: number,
): readonly PanelPlace[] {
  const { panels = [], rows = [trim.height] } = sides[side] ?? {};
  const taken = rows.map(() => 0);
  return panels.map((panel) => {
    const row = (panel.row ?? 1) - 1;
    const x = taken[row] ?? 0;
    taken[row] = x + panel.width;
    const y = rows.slice(0, row).reduce((sum, height) => sum + height, 0);
    const height = rows[row] ?? trim.height;
    return { panel, x, y, width: panel.width, height, isTurned: panel.turned ?? false };
  });
}
