import { isError } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import { measureValues } from '../layout/measured-value.js';
import { quoted } from '../layout/sentence.js';
import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { tooWide } from './rules/slot-width.js';
import { inMm } from './wording.js';

/** Says of a leaflet of a form why one of its own values cannot be printed; undefined where all can. */
export function badValues(form: LaidOutForm): (leaflet: Leaflet) => string | undefined {
  const reasons = new Map<string, string>();
  const { typesetter } = form;
  for (const { panel } of form.sides.flatMap(({ panels }) => panels))
    for (const slot of panel.slots) {
      const { field, node, box } = slot;
      for (const [value, findings] of measureValues(node, typesetter).faulty) {
        const fault = findings.find(isError);
        if (fault)
          reasons.set(keyOf(field, value), `${quoted(value)} (${field}): ${fault.problem}`);
      }
      for (const { value, width } of tooWide(slot, typesetter))
        reasons.set(
          keyOf(field, value),
          `${quoted(value)} (${field}) is ${inMm(width)} wide and its slot ${inMm(box.width)}`,
        );
    }
  if (reasons.size === 0) return () => undefined;
  const fields = new Set([...reasons.keys()].map((key) => key.slice(0, key.indexOf('\n'))));
  return (leaflet) =>
    [...fields]
      .map((field) => reasons.get(keyOf(field, slotValue(leaflet, field))))
      .find((it) => it !== undefined);
}

const keyOf = (field: string, value: string): string => `${field}\n${value}`;
