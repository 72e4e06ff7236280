import { QUIET_ZONE } from '../codes/symbol.js';
import { onSide } from '../layout/placed-box.js';
import type { Box } from '../units/box.js';
import type { OwedSide } from './owed-form.js';
import type { ReadPage } from './read-page.js';

/** Letters that hang over their panel's edge, or over the box of a line; mm. */
const OVERHANG = 6;

/**
 * The parts of a page whose pixels are looked at: panels that are new, with the quiet zones of their codes, and what the tool
 * puts over a side. mm from the page's top left.
 */
export function lookedAt(
  side: OwedSide,
  isNew: (panel: { readonly key: string }) => boolean,
  { trim }: Pick<ReadPage, 'trim'>,
): readonly Box[] {
  const panels = side.panels
    .filter(({ panel }) => isNew(panel))
    .map((placed) => {
      const { width, height, items } = placed.panel;
      const zones = items.map((it) => (it.kind === 'code' ? QUIET_ZONE * it.module + 1 : 0));
      const round = zones.reduce((most, it) => Math.max(most, it), OVERHANG);
      return grown(onSide(placed, { x: 0, y: 0, width, height }), round);
    });
  const notices = side.overlay.flatMap((item) => {
    if (item.kind !== 'text') return [];
    return item.text.lines.map(({ x, baseline, width, runs }) => {
      const size = runs.reduce((most, run) => Math.max(most, run.size), 0);
      return grown({ x: item.x + x, y: item.y + baseline, width, height: 0 }, size + OVERHANG);
    });
  });
  return [...panels, ...notices].map((box) => ({ ...box, x: box.x + trim.x, y: box.y + trim.y }));
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
