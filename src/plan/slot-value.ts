import type { Leaflet } from './plan.js';

/** What a record slot prints for one leaflet; '' where the catalogue says nothing. A field that no slot may have is refused by `compose`. */
export function slotValue(leaflet: Pick<Leaflet, 'phone' | 'jobCode'>, field: string): string {
  const { phone } = leaflet;
  switch (field) {
    case 'phone.name':
      return phoneName(phone.maker, phone.model);
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

/** Maker and model as one name; catalogues often write the maker into the model already. */
function phoneName(maker: string, model: string): string {
  // Asked several times for every leaflet, and the first letter tells nearly always.
  if (model[0]?.toLowerCase() !== maker[0]?.toLowerCase()) return `${maker} ${model}`;
  const isNamed = `${model} `.toLowerCase().startsWith(`${maker} `.toLowerCase());
  return isNamed ? model : `${maker} ${model}`;
}
