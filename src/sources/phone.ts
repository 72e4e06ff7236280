import type { Place } from '../diagnostics/finding.js';

/** The inside of a phone's box, in mm. */
export interface BoxSize {
  readonly length: number;
  readonly width: number;
  readonly depth: number;
}

/** A record of the catalogue: one phone that a leaflet goes out with. */
export interface Phone {
  readonly sku: string;
  /** As sold: `Apple`, `Samsung`. Steps match it without regard to case. */
  readonly maker: string;
  readonly model: string;
  readonly os: 'ios' | 'android';
  /** Id of a network in the contact register, such as `ee`. */
  readonly network: string;
  readonly box?: BoxSize | undefined;
  readonly ean?: string | undefined;
  /** How many leaflets to print for it. */
  readonly quantity: number;
  /** Which shop they go to; a sku may recur under another shop. */
  readonly shop?: string | undefined;
  readonly place: Place;
}
