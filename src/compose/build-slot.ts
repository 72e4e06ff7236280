import { finding } from '../diagnostics/finding.js';
import type { SlotNode } from './blocks.js';
import { type Building, type Dressed, roleOf } from './dress.js';
import { holdsOwnScript, lineHeight, runStyle } from './text-look.js';

/** A box for a value of the record, with every value that may stand in it. */
export function buildSlot(dressed: Dressed, { it }: Building): SlotNode | undefined {
  const { element, style, look, around } = dressed;
  const field = element.attributes.field;
  if (field === undefined) return undefined;
  const values = it.slotValues(field);
  if (values.every((value) => value.trim() === '')) {
    const problem = `no phone of the catalogue has a value for "${field}"`;
    const fix = 'fill the column in, or take the slot out of the template';
    it.report(finding('slot/unknown', element.place, problem, fix));
    return undefined;
  }
  const { locale } = it.form;
  const run = runStyle(look, locale);
  const text: SlotNode['text'] = {
    role: roleOf(element, around),
    align: look.align,
    lineHeight: lineHeight(look, run.size, locale, anyHoldsOwnScript(values)),
    grid: look.grid,
    direction: locale.direction,
    lang: locale.tag,
    place: element.place,
    style: run,
  };
  return { kind: 'slot', style, place: element.place, field, text, values };
}

const told = new WeakMap<readonly string[], boolean>();

/** The forms of a run share their lists of values, which may be long: each list is read once. */
function anyHoldsOwnScript(values: readonly string[]): boolean {
  const known = told.get(values) ?? values.some(holdsOwnScript);
  told.set(values, known);
  return known;
}
