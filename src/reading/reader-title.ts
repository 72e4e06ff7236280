import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import type { ReaderForm } from './reader-form.js';

/** What a window or a tab shows of a leaflet: its first heading, the phone that it goes with, whose it is. */
export function readerTitle({ laidOut, pages }: ReaderForm, leaflet: Leaflet): string {
  const heading = pages[0]?.title ?? '';
  const phone = slotValue(leaflet, 'phone.name');
  const title = [heading, phone, leaflet.form.brand.name].filter((it) => it !== '').join(', ');
  return laidOut.isDraft ? `DRAFT: ${title}` : title;
}
