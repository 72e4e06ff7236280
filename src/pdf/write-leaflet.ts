import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { sha256Hex } from '../units/hash.js';
import { toPt } from '../units/length.js';
import type { PageText } from './page-text.js';
import { atOrigin, type PanelOrigin, translated } from './panel-origin.js';
import { pdfText } from './pdf-syntax.js';
import type { DrawnSlot, PressFile, PressJob } from './press.js';
import type { PressForm, PressSide } from './press-form.js';
import type { StandingForm } from './standing-form.js';
import { xmpPacket } from './xmp.js';

/** A slot's value, drawn for one leaflet. */
interface SlotText extends PanelOrigin {
  readonly drawn: DrawnSlot;
  readonly text: PageText;
}

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
  const objects = new Map([
    [open.title, Buffer.from(pdfText(title), 'latin1')],
    [open.metadata, streamObject('/Type /Metadata\n/Subtype /XML\n', metadata)],
  ]);
  for (const [at, side] of form.sides.entries()) {
    const own = ownContent(form, side, slots[at] ?? [], jobCode);
    objects.set(open.contents[at] ?? 0, streamObject('', Buffer.from(own, 'latin1')));
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

/** A stream that is not compressed, as an object's bytes. */
function streamObject(entries: string, bytes: Uint8Array): Uint8Array {
  const head = `<<\n${entries}/Length ${bytes.length}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}

function slotTexts(side: PressSide, leaflet: Leaflet): readonly SlotText[] {
  return side.slots.flatMap(({ panel, drawings, ...origin }) => {
    const { field, boxWidth } = drawings;
    const value = slotValue(leaflet, field);
    if (value === '') return [];
    const text = drawings.of(value);
    const drawn = { side: side.name, panel, field, value, width: text.width, boxWidth };
    return [{ drawn, text, ...origin }];
  });
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

/** What only this leaflet says: its slots over the panels, then the tool's overlay, then the job code in the slug. */
function ownContent(
  { geometry }: PressForm,
  side: PressSide,
  slots: readonly SlotText[],
  jobCode: PageText | undefined,
): string {
  const { margin, media, trim } = geometry;
  const parts = slots.map(({ text, ...origin }) => atOrigin(origin, text.text));
  if (side.overlay !== undefined) {
    const bottom = media.height - trim.y - trim.height;
    parts.push(translated(toPt(margin), toPt(bottom), '/O Do'));
  }
  if (jobCode !== undefined) parts.push(translated(0, 0, jobCode.text));
  return parts.join('\n');
}
