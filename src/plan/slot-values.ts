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

/** Every value that a slot of the campaign will show, by field, sorted, each once: the longest fixes the slot's box. */
export function slotValues(leaflets: readonly Leaflet[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    SLOT_FIELDS.map((field) => {
      const values = new Set(leaflets.map((leaflet) => slotValue(leaflet, field)));
      return [field, [...values].sort()];
    }),
  );
}
