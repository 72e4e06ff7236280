import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { sha256Hex } from '../units/hash.js';
import { ownContent, slotTexts } from './own-content.js';
import type { DrawnSlot, OwnPart, PressFile, PressJob } from './press.js';
import type { StandingForm } from './standing-form.js';

/** Writes one leaflet's file: its own few words into the standing form. */
export function writeLeaflet(job: PressJob, standing: StandingForm, leaflet: Leaflet): PressFile {
  const { words, slots } = ownPart(job, standing, leaflet);
  const made = standing.file.fill(words);
  return {
    ...made,
    slots,
    get bytes() {
      return Buffer.concat(made.parts);
    },
  };
}

/** What only this leaflet says, set and drawn, ready to be put into its form's file. */
export function ownPart(job: PressJob, standing: StandingForm, leaflet: Leaflet): OwnPart {
  const { form } = standing;
  const texts = form.sides.map((side) => slotTexts(side, leaflet));
  const slots = texts.flat().map((it) => it.drawn);
  const jobCode = form.jobCodes?.of(leaflet.jobCode);
  const contents = form.sides.map((side, at) => ownContent(side, texts[at] ?? [], jobCode));
  const id = contentId(standing, leaflet, slots);
  return { words: { title: fileTitle(job, leaflet), id, contents }, slots };
}

/** 32 hex digits that are the same when, and only when, what the file says is the same. */
function contentId(
  { identity }: StandingForm,
  { fileName, jobCode }: Leaflet,
  drawn: readonly DrawnSlot[],
): string {
  const values = drawn.map(({ side, field, value }) => [side, field, value]);
  return sha256Hex(JSON.stringify([identity, fileName, jobCode, values])).slice(0, 32);
}

/** What a viewer shows in its title bar, and what `trace` finds the job code in. */
function fileTitle(job: PressJob, leaflet: Leaflet): string {
  const { template, brand, locale } = leaflet.form;
  const phone = slotValue(leaflet, 'phone.name');
  return `${job.title}: ${template.title}, ${brand.name}, ${locale.tag}, ${phone}, ${leaflet.jobCode}`;
}
