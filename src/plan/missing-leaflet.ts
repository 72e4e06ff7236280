import type { Place } from '../diagnostics/finding.js';
import type { Leaflet } from './plan.js';

/** A leaflet that the campaign should have and that cannot be made, because of its record. */
export interface MissingLeaflet {
  /** As the row has it, also where it cannot be read. */
  readonly sku: string;
  readonly shop?: string | undefined;
  readonly template: string;
  readonly brand: string;
  readonly locale: string;
  readonly why: string;
  /** The row of the catalogue. */
  readonly place: Place;
  /** The name that its file would have; absent where the row itself cannot be read. */
  readonly fileName?: string | undefined;
}

/** A planned leaflet as one that cannot be made. */
export const missingLeaflet = (
  { form, phone, fileName }: Leaflet,
  why: string,
): MissingLeaflet => ({
  sku: phone.sku,
  ...(phone.shop !== undefined && { shop: phone.shop }),
  template: form.template.id,
  brand: form.brand.id,
  locale: form.locales,
  why,
  place: phone.place,
  fileName,
});
