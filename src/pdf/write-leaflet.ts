import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { sha256Hex } from '../units/hash.js';
import { metadataBody, streamBody } from './indirect-object.js';
import { ownContent, slotTexts } from './own-content.js';
import { pdfText } from './pdf-syntax.js';
import type { DrawnSlot, PressFile, PressJob } from './press.js';
import type { StandingForm } from './standing-form.js';
import { xmpPacket } from './xmp.js';

/** Writes one leaflet's file: its own few words into the standing form. */
export function writeLeaflet(job: PressJob, standing: StandingForm, leaflet: Leaflet): PressFile {
  const { form, file, open } = standing;
  const slots = form.sides.map((side) => slotTexts(side, leaflet));
  const drawn = slots.flat().map((it) => it.drawn);
  const id = contentId(standing, leaflet, drawn);
  const title = fileTitle(job, leaflet);
  const { toolVersion, prepared } = job;
  const metadata = xmpPacket({ title, producer: `safeleaf ${toolVersion}`, prepared, id });
  const jobCode = form.jobCodes?.of(leaflet.jobCode);
  const objects = new Map<number, Uint8Array | string>([
    [open.title, pdfText(title)],
    [open.metadata, metadataBody(metadata)],
  ]);
  for (const [at, side] of form.sides.entries()) {
    const own = ownContent(form, side, slots[at] ?? [], jobCode);
    objects.set(open.contents[at] ?? 0, streamBody(own));
  }
  const made = file.fill(objects, id);
  return {
    ...made,
    slots: drawn,
    get bytes() {
      return Buffer.concat(made.parts);
    },
  };
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
