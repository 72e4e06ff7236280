import { finding } from '../../diagnostics/finding.js';
import type { LaidOutSlot } from '../../layout/laid-out.js';
import { measureValues, valueWidth } from '../../layout/measured-value.js';
import { quoted } from '../../layout/sentence.js';
import type { Typesetter } from '../../typeset/typesetter.js';
import type { Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** What rounding may hide, mm. */
const TOLERANCE = 0.05;

/** A record's value wider than its slot: it would print over what stands beside it. */
export const slotWidth: Rule = {
  id: 'LF-SLOT-WIDTH',
  source: 'ours: nothing is cut off or shrunk',
  check: ({ panel, typesetter }) =>
    panel.slots.flatMap((slot) => {
      const wide = tooWide(slot, typesetter);
      const [worst] = wide;
      if (worst === undefined) return [];
      const others = wide.length > 1 ? `; too wide in all: ${wide.length} values` : '';
      return [
        finding(
          'preflight/slot-width',
          slot.node.place,
          `${quoted(worst.value)} (${slot.field}) is ${inMm(worst.width)} wide and its slot ${inMm(slot.box.width)}${others}`,
          'make the slot wider or its type smaller, or shorten the value in the catalogue',
          { sentence: worst.value, overMm: worst.width - slot.box.width },
        ),
      ];
    }),
};

/** Values wider than the slot, the widest first. */
export function tooWide({ node, box }: LaidOutSlot, typesetter: Typesetter) {
  if (measureValues(node, typesetter).widest <= box.width + TOLERANCE) return [];
  return node.values
    .map((value) => ({ value, width: valueWidth(node, value, typesetter) }))
    .filter(({ width }) => width > box.width + TOLERANCE)
    .sort((a, b) => b.width - a.width);
}
