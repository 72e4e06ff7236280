import { finding } from '../../diagnostics/finding.js';
import type { CodeItem, LaidOutPanel, PanelItem } from '../../layout/laid-out.js';
import { codeItems } from '../code-items.js';
import { grow, inkOn, meet, quietBox } from '../item-ink.js';
import { itemName } from '../item-name.js';
import { isBare } from '../plates.js';
import type { Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** What rounding may hide, mm. */
const TOLERANCE = 0.02;

/** Ink in the empty border that a QR code needs on all four sides. */
export const quietZone: Rule = {
  id: 'LF-QR-QUIET',
  source: 'ISO/IEC 18004; Denso Wave: 4 modules',
  check: ({ panel }) =>
    codeItems(panel).flatMap((code) => {
      const intruder = firstIn(panel, code);
      if (intruder === undefined) return [];
      const zone = 4 * code.module;
      return [
        finding(
          'preflight/quiet-zone',
          code.place,
          `${intruder} stands in the quiet zone of the QR code for "${code.contact}", which is ${inMm(zone)} wide on each side`,
          `keep ${inMm(zone)} round the code free of everything`,
        ),
      ];
    }),
};

/** What stands in a code's quiet zone; paper laid over the whole zone clears what lay there before. */
function firstIn(panel: LaidOutPanel, code: CodeItem): string | undefined {
  const zone = grow(quietBox(code), -TOLERANCE);
  let intruder: PanelItem | undefined;
  for (const item of panel.items) {
    if (item === code) continue;
    const lies = inkOn(item, zone);
    if (lies === 'none') continue;
    if (item.kind === 'fill' && isBare(item.ink)) {
      if (lies === 'all') intruder = undefined;
    } else {
      intruder ??= item;
    }
  }
  if (intruder !== undefined) return itemName(intruder);
  const slot = panel.slots.find((it) => meet(it.box, zone));
  if (slot !== undefined) return `the slot for "${slot.field}"`;
  return sticksOff(panel, code) ? 'the edge of the panel' : undefined;
}

/** A zone that reaches over a fold or the trim cannot be kept free. */
function sticksOff({ width, height }: LaidOutPanel, code: CodeItem): boolean {
  const zone = grow(quietBox(code), -TOLERANCE);
  return zone.x < 0 || zone.y < 0 || zone.x + zone.width > width || zone.y + zone.height > height;
}
