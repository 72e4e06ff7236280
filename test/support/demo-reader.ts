import { openReaderEdition, prepare, type ReaderEdition } from '../../src/pipeline.js';
import type { Leaflet } from '../../src/plan/plan.js';
import type { ReaderForm } from '../../src/reading/reader-form.js';
import { demoWorld } from './demo-pages.js';

/** A leaflet of the demonstration for its readers: the PDF and the page. */
export interface DemoReader {
  readonly name: string;
  readonly leaflet: Leaflet;
  readonly form: ReaderForm;
  readonly pdf: Uint8Array;
  readonly page: Uint8Array;
}

/** One leaflet for each piece, brand and locale, all for the phone that comes first. */
export async function demoReaders(): Promise<{
  readonly edition: ReaderEdition;
  readonly leaflets: readonly DemoReader[];
}> {
  const run = { draft: false, toolVersion: '0.0.0' };
  const { value: ready } = await prepare(demoWorld(), 'demo', run);
  if (!ready) throw new Error('the demonstration does not print');
  const edition = openReaderEdition(ready, run);
  const forms = new Map(edition.forms.map((it) => [it.laidOut.form, it]));
  const seen = new Set<string>();
  const leaflets = ready.plan.leaflets.flatMap((leaflet): DemoReader[] => {
    const { template, brand, locales } = leaflet.form;
    const name = `${template.id} ${brand.id} ${locales}`;
    const form = forms.get(leaflet.form);
    if (seen.has(name) || !form) return [];
    seen.add(name);
    const pdf = edition.press.write(leaflet).bytes;
    return [{ name, leaflet, form, pdf, page: edition.page(leaflet) }];
  });
  return { edition, leaflets };
}
