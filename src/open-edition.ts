import type { Store } from './cache/store.js';
import { HtmlPages } from './html/reader-html.js';
import { openPress } from './pdf/open-press.js';
import type { Press, PressJob } from './pdf/press.js';
import { openReaderPress } from './pdf/reader/open-reader-press.js';
import type { Leaflet } from './plan/plan.js';
import { openColour } from './preflight/colour.js';
import { type ReaderForm, ReaderForms } from './reading/reader-form.js';
import type { Ready, RunOptions } from './ready.js';
import type { PressProfile } from './sources/press-profile.js';
import type { Workshop } from './units/workshop.js';

/** The press for a campaign that is ready: fonts subset once, each panel drawn and compressed once; what `store` holds of them is taken. */
export const openPressFor = (
  ready: Ready,
  options: RunOptions,
  workshop?: Workshop,
  store?: Store,
): Press => openPress({ ...pressJob(ready, options), store }, workshop);

/** The reader edition of a campaign that is ready. */
export interface ReaderEdition {
  /** With the forms as their readers meet them: a panel a side. */
  readonly ready: Ready;
  /** In the order of `ready.forms`. */
  readonly forms: readonly ReaderForm[];
  readonly press: Press;
  /** The same words as one HTML file. */
  readonly page: (leaflet: Leaflet) => Uint8Array;
}

/** The same leaflets as tagged PDFs, from the same layout and the same approval. */
export function openReaderEdition(ready: Ready, options: RunOptions, store?: Store): ReaderEdition {
  const { campaign, register } = ready.plan.sources;
  const readers = new ReaderForms(register, campaign.demonstration);
  const forms = ready.forms.map((form) => readers.of(form));
  return {
    ready: { ...ready, forms: forms.map(({ laidOut }) => laidOut) },
    forms,
    press: openReaderPress({ ...pressJob(ready, options), forms, store }),
    page: openPages(forms, ready.plan.sources.press),
  };
}

function openPages(forms: readonly ReaderForm[], { icc }: PressProfile) {
  const colour = openColour(icc);
  const pages = new HtmlPages(
    (ink) => colour?.inkToSrgb(ink) ?? [0, 0, 0],
    (inks) => colour?.pixelsToSrgb(inks) ?? new Uint8Array((inks.length / 4) * 3),
  );
  const byForm = new Map(forms.map((it) => [it.laidOut.form, it]));
  return (leaflet: Leaflet): Uint8Array => {
    const form = byForm.get(leaflet.form);
    if (!form) throw new Error(`no page for form ${leaflet.form.id}`);
    return pages.page(form, leaflet);
  };
}

function pressJob({ plan, forms }: Ready, { toolVersion }: RunOptions): PressJob {
  const { campaign, press } = plan.sources;
  return {
    forms,
    leaflets: plan.leaflets,
    profile: press,
    prepared: campaign.printOn,
    title: campaign.title,
    toolVersion,
  };
}
