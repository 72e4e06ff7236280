import type { Ticket } from './ticket.js';

/** Rows that are listed one by one; more are added up. Our choice: what a page holds beside two pieces. */
const MOST_ROWS = 14;

/** Quantities as the sheet lists them: text, cell by cell. */
export interface QuantityTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
}

/** By phone and shop where those are few, else by brand and language, else by piece; the tickets have every line. */
export function quantityTable({ leaflets, versions, pieces }: Ticket): QuantityTable {
  if (leaflets.length <= MOST_ROWS)
    return {
      name: 'Quantity by leaflet',
      head: ['piece', 'brand', 'locale', 'sku', 'shop', 'job code', 'copies'],
      rows: leaflets.map(({ piece, brand, locale, sku, shop = '', jobCode, quantity }) => [
        ...[piece, brand, locale, sku, shop, jobCode],
        figure(quantity),
      ]),
      note: '',
    };
  if (versions.length <= 4 * MOST_ROWS)
    return {
      name: 'Quantity by version',
      head: ['piece', 'brand', 'locale', 'leaflets', 'copies', 'job codes'],
      rows: versions.map(({ piece, brand, locale, leaflets, quantity, jobCodes }) => [
        ...[piece, brand, locale, figure(leaflets), figure(quantity)],
        range(jobCodes),
      ]),
      note: 'Each leaflet has its own quantity, by phone and shop: see ticket.json.',
    };
  return {
    name: 'Quantity by piece',
    head: ['piece', 'versions', 'leaflets', 'copies'],
    rows: pieces.map(({ id, leaflets, quantity }) => [
      id,
      figure(versions.filter(({ piece }) => piece === id).length),
      figure(leaflets),
      figure(quantity),
    ]),
    note: 'Versions and leaflets, each with its own quantity: see ticket.json.',
  };
}

const figure = (count: number): string => count.toLocaleString('en-GB');

const range = ({ first, last }: { readonly first: string; readonly last: string }): string =>
  first === last ? first : `${first} to ${last}`;
