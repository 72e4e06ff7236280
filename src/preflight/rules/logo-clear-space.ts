import { finding } from '../../diagnostics/finding.js';
import type { ArtItem, LaidOutPanel } from '../../layout/laid-out.js';
import type { Box } from '../../units/box.js';
import { grow, inkOn, meet } from '../item-ink.js';
import { itemName } from '../item-name.js';
import type { Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** What rounding may hide, mm. */
const TOLERANCE = 0.02;

/** Something in the empty border that a logo's owner asks for. A ground that carries the whole logo is none. */
export const logoClearSpace: Rule = {
  id: 'LF-LOGO-SPACE',
  source: 'the brand kit',
  check: ({ panel }) =>
    panel.items.flatMap((item) => {
      if (item.kind !== 'art' || item.logo === undefined) return [];
      const space = item.logo.clearSpace * item.box.height;
      const intruder = firstNear(panel, item, space);
      if (intruder === undefined) return [];
      return [
        finding(
          'preflight/logo-clear-space',
          item.place,
          `${intruder} stands nearer to the logo than ${inMm(space)}, the clear space that its owner asks for`,
          `keep ${inMm(space)} round the logo free`,
        ),
      ];
    }),
};

function firstNear(panel: LaidOutPanel, logo: ArtItem, space: number): string | undefined {
  const zone = onPanel(grow(logo.box, space - TOLERANCE), panel);
  const item = panel.items.find((it) => it !== logo && inkOn(it, zone) === 'part');
  if (item !== undefined) return itemName(item);
  const slot = panel.slots.find((it) => meet(it.box, zone));
  return slot && `the slot for "${slot.field}"`;
}

/** The part of a box that lies on the panel. */
function onPanel(box: Box, { width, height }: LaidOutPanel): Box {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  return {
    x,
    y,
    width: Math.min(width, box.x + box.width) - x,
    height: Math.min(height, box.y + box.height) - y,
  };
}
