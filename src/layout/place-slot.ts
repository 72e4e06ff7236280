import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { LaidOutSlot } from './laid-out.js';
import { slotValue } from './slot-value.js';

/** A record's value, set in its slot. `x` and `y` are the paragraph's top left, mm from the panel's. */
export interface PlacedValue {
  readonly paragraph: SetParagraph;
  readonly x: number;
  readonly y: number;
}

/** Sets one record's value in its slot, on one line. Costs a shaping: the caller keeps it by value. */
export function placeSlot(slot: LaidOutSlot, value: string, typesetter: Typesetter): PlacedValue {
  const paragraph = typesetter.set(slotValue(slot.node, value), slot.box.width);
  return { paragraph, x: slot.box.x, y: slot.box.y };
}
