import type { LaidOutForm } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import { ownValues } from '../prove/leaflet-record.js';
import { formKey, type LeafletEntry } from './manifest.js';

/**
 * A leaflet of a file of many, as the manifest lists it. A run holds one for each of its leaflets, so it holds only
 * where its facts stand, and they are looked up when the manifest is written.
 */
export class RecordEntry implements LeafletEntry {
  readonly file: string;
  readonly record: number;
  readonly #leaflet: Leaflet;
  readonly #form: LaidOutForm;

  constructor(file: string, record: number, leaflet: Leaflet, form: LaidOutForm) {
    this.file = file;
    this.record = record;
    this.#leaflet = leaflet;
    this.#form = form;
  }

  get jobCode(): string {
    return this.#leaflet.jobCode;
  }

  get form(): string {
    return formKey(this.#form);
  }

  get sku(): string {
    return this.#leaflet.phone.sku;
  }

  get shop(): string | undefined {
    return this.#leaflet.phone.shop;
  }

  get quantity(): number {
    return this.#leaflet.phone.quantity;
  }

  get values(): readonly string[] {
    return ownValues(this.#leaflet, this.#form);
  }

  /** In the order in which the manifest has them. */
  toJSON(): LeafletEntry {
    const { file, record, jobCode, form, sku, shop, quantity, values } = this;
    return { file, record, jobCode, form, sku, shop, quantity, values };
  }
}
