import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { DrawnSlot } from '../pdf/press.js';
import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';

/** A value may reach past its box by this much, mm: what rounding to a thousandth of the size adds up to. */
const WIDTH_TOLERANCE = 0.05;

/**
 * A record's own values as the press drew them: each slot of the form once, with the catalogue's value,
 * no wider than its box, every character with a glyph. Cheap enough for every leaflet of a run.
 */
export function checkSlots(
  drawn: readonly DrawnSlot[],
  leaflet: Leaflet,
  form: LaidOutForm,
): readonly Finding[] {
  if (isAsPlanned(drawn, leaflet, form)) return FAULTLESS;
  const at = { file: `${leaflet.fileName}.pdf` };
  const findings: Finding[] = [];
  const left = [...drawn];
  for (const side of form.sides)
    for (const { panel } of side.panels)
      for (const slot of panel.slots) {
        const value = slotValue(leaflet, slot.field);
        const part = `side "${side.name}", panel "${panel.name}"`;
        const index = left.findIndex(
          (it) => it.side === side.name && it.panel === panel.name && it.field === slot.field,
        );
        const [one] = index < 0 ? [] : left.splice(index, 1);
        findings.push(
          ...slotFaults(one, value, slot.field, slot.box.width).map(([code, problem, fix]) =>
            finding(code, { ...at, part }, problem, fix, contextOf(leaflet, panel.name, value)),
          ),
        );
      }
  for (const { field, value } of left)
    findings.push(
      finding(
        'prove/slot',
        at,
        `${quoted(value)} was drawn for ${quoted(field)}, for which the form has no slot`,
        AGAIN,
      ),
    );
  return findings;
}

const FAULTLESS: readonly Finding[] = [];

/** Whether each slot of the form was drawn in turn, with its value and in its room: then there is nothing to look into. */
function isAsPlanned(drawn: readonly DrawnSlot[], leaflet: Leaflet, form: LaidOutForm): boolean {
  let next = 0;
  for (const side of form.sides)
    for (const { panel } of side.panels)
      for (const { field, box } of panel.slots) {
        const value = slotValue(leaflet, field);
        if (value === '') continue;
        const one = drawn[next];
        next += 1;
        if (one?.value !== value || one.field !== field) return false;
        if (one.side !== side.name || one.panel !== panel.name) return false;
        const room = Math.min(one.boxWidth, box.width) + WIDTH_TOLERANCE;
        if (!(one.width > 0 && one.width <= room)) return false;
      }
  return next === drawn.length;
}

const AGAIN = 'build again; if it is found again, report it as a bug';

const contextOf = (leaflet: Leaflet, panel: string, sentence: string) => ({
  leaflet: leaflet.fileName,
  brand: leaflet.form.brand.id,
  locale: leaflet.form.locale.tag,
  panel,
  sentence,
});

type Fault = readonly [code: 'prove/slot' | 'prove/slot-width', problem: string, fix: string];

function slotFaults(
  one: DrawnSlot | undefined,
  value: string,
  field: string,
  boxWidth: number,
): readonly Fault[] {
  if (one === undefined)
    return value === ''
      ? []
      : [['prove/slot', `${quoted(value)} is missing from its slot for ${quoted(field)}`, AGAIN]];
  const faults: Fault[] = [];
  if (one.value !== value)
    faults.push([
      'prove/slot',
      `the slot for ${quoted(field)} shows ${quoted(one.value)}; the catalogue has ${quoted(value)}`,
      AGAIN,
    ]);
  const over = one.width - Math.min(one.boxWidth, boxWidth);
  if (over > WIDTH_TOLERANCE)
    faults.push([
      'prove/slot-width',
      `${quoted(value)} is ${one.width.toFixed(1)} mm wide and its slot ${boxWidth.toFixed(1)} mm`,
      'shorten the value in the catalogue, or give the slot more room in the template',
    ]);
  if (!(one.width > 0) && value.trim() !== '')
    faults.push([
      'prove/slot',
      `${quoted(value)} takes no room in its slot for ${quoted(field)}`,
      AGAIN,
    ]);
  return faults;
}
