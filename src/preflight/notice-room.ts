import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { LaidOutPanel, LaidOutSide, PanelItem, TextItem } from '../layout/laid-out.js';
import { onPanel } from '../layout/placed-box.js';
import type { Box } from '../units/box.js';
import { inkOn, lineBoxes, meet } from './item-ink.js';
import { itemName } from './item-name.js';

/** What would print on top of the tool's own notice at the foot of a side. */
export function noticeRoom({ overlay, panels }: LaidOutSide): readonly Finding[] {
  const notices = overlay.filter((item): item is TextItem => item.kind === 'text');
  return notices.flatMap(lineBoxes).flatMap((box) =>
    panels.flatMap((placed) => {
      const { panel } = placed;
      const intruder = firstOn(panel, onPanel(placed, box));
      if (intruder === undefined) return [];
      return [
        finding(
          'preflight/notice-room',
          intruder.place,
          `${intruder.name} on panel "${panel.name}" stands where the demonstration notice is printed`,
          'keep the lowest 8.5 mm of each side free of copy',
          { panel: panel.name },
        ),
      ];
    }),
  );
}

function firstOn(panel: LaidOutPanel, box: Box): { name: string; place: Place } | undefined {
  const item = panel.items.find((it) => isCopy(it) && inkOn(it, box) !== 'none');
  if (item !== undefined) return { name: itemName(item), place: item.place };
  const slot = panel.slots.find((it) => meet(it.box, box));
  return slot && { name: `the slot for "${slot.field}"`, place: slot.node.place };
}

const isCopy = ({ kind }: PanelItem): boolean =>
  kind === 'text' || kind === 'code' || kind === 'art' || kind === 'picture';
