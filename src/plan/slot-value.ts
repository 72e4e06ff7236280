import type { Phone } from '../sources/phone.js';
import type { Leaflet } from './plan.js';

/** What a record slot prints for one leaflet; '' where the catalogue says nothing. A field that no slot may have is refused by `compose`. */
export function slotValue(leaflet: Pick<Leaflet, 'phone' | 'jobCode'>, field: string): string {
  const { phone } = leaflet;
  switch (field) {
    case 'phone.name':
      return nameOf(phone);
    case 'phone.model':
      return phone.model;
    case 'phone.maker':
      return phone.maker;
    case 'phone.sku':
      return phone.sku;
    case 'phone.shop':
      return phone.shop ?? '';
    case 'job.code':
      return leaflet.jobCode;
    default:
      throw new Error(`a record slot for "${field}" was not refused`);
  }
}

let latest: { readonly phone: Phone; readonly name: string } | undefined;

/** Asked several times for a leaflet, of one leaflet after another: the same text each time, whose hash is known by then. */
function nameOf(phone: Phone): string {
  if (latest?.phone !== phone) latest = { phone, name: phoneName(phone.maker, phone.model) };
  return latest.name;
}

/** Maker and model as one name; catalogues often write the maker into the model already. */
function phoneName(maker: string, model: string): string {
  // Asked several times for every leaflet, and the first letter tells nearly always.
  if (model[0]?.toLowerCase() !== maker[0]?.toLowerCase()) return `${maker} ${model}`;
  const isNamed = `${model} `.toLowerCase().startsWith(`${maker} `.toLowerCase());
  return isNamed ? model : `${maker} ${model}`;
}
