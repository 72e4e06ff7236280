/** The columns that a catalogue may have, by our names. */
export const CATALOGUE_COLUMNS = [
  'sku',
  'maker',
  'model',
  'os',
  'network',
  'box',
  'ean',
  'quantity',
  'shop',
] as const;

/** A column of the catalogue, by our name. */
export type CatalogueColumn = (typeof CATALOGUE_COLUMNS)[number];

/** Without these there is no leaflet. */
export const REQUIRED_COLUMNS: readonly CatalogueColumn[] = [
  'sku',
  'maker',
  'model',
  'os',
  'network',
];
