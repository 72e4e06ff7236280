import type { Leaflet } from './plan.js';
import { slotValue } from './slot-value.js';

/** The fields that a record slot may show. */
export const SLOT_FIELDS = [
  'phone.name',
  'phone.model',
  'phone.maker',
  'phone.sku',
  'phone.shop',
  'job.code',
] as const;

/** Every value that a slot of the campaign will show, by field: sorted, each once, the same list at each asking. */
export type SlotValues = (field: string) => readonly string[];

/** The values of a campaign's slots; the longest of a field fixes its slot's box. A field is gone through when a slot asks for it. */
export function slotValues(leaflets: readonly Leaflet[]): SlotValues {
  const made = new Map<string, readonly string[]>();
  return (field) => {
    if (!(SLOT_FIELDS as readonly string[]).includes(field)) return NONE;
    const known = made.get(field);
    if (known !== undefined) return known;
    const values = new Set<string>();
    for (const leaflet of leaflets) values.add(slotValue(leaflet, field));
    const sorted = [...values].sort();
    made.set(field, sorted);
    return sorted;
  };
}

const NONE: readonly string[] = [];
