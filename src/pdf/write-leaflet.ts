import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { sha256Hex } from '../units/hash.js';
import { toPt } from '../units/length.js';
import type { EmbeddedFont } from './embedded-font.js';
import { FileResources } from './file-resources.js';
import { pdfBox } from './page-geometry.js';
import type { PageText } from './page-text.js';
import { PdfFile, type PdfReference } from './pdf-file.js';
import { pdfText, written } from './pdf-syntax.js';
import type { DrawnSlot, PressFile, PressJob } from './press.js';
import { type PressForm, type PressSide, translated } from './press-form.js';
import { xmpPacket } from './xmp.js';

/** What all files of a run share, drawn, subset and deflated. */
export interface PressRun {
  readonly job: PressJob;
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
  /** The press profile's ICC bytes, deflated. */
  readonly icc: Uint8Array;
}

/** A slot's value, drawn for one leaflet. */
interface SlotText {
  readonly drawn: DrawnSlot;
  readonly text: PageText;
  readonly x: number;
  readonly y: number;
}

/** Writes one leaflet's file: its own few words over shared panels. */
export function writeLeaflet(run: PressRun, form: PressForm, leaflet: Leaflet): PressFile {
  const slots = form.sides.map((side) => slotTexts(side, leaflet));
  const file = openFile(run, form, leaflet, slots);
  const resources = new FileResources(file, run.fonts);
  const jobCode = form.jobCode(leaflet.jobCode);
  form.sides.forEach((side, at) => {
    addSide(file, resources, form, side, slots[at] ?? [], jobCode);
  });
  return { bytes: file.finish(), slots: slots.flat().map(({ drawn }) => drawn) };
}

function slotTexts(side: PressSide, leaflet: Leaflet): readonly SlotText[] {
  return side.slots.flatMap(({ panel, x, y, drawings }) => {
    const { field, boxWidth } = drawings;
    const value = slotValue(leaflet, field);
    if (value === '') return [];
    const text = drawings.of(value);
    const drawn = { side: side.name, panel, field, value, width: text.width, boxWidth };
    return [{ drawn, text, x, y }];
  });
}

function openFile(
  run: PressRun,
  form: PressForm,
  leaflet: Leaflet,
  slots: readonly (readonly SlotText[])[],
): PdfFile {
  const { job } = run;
  const id = contentId(job, form, leaflet, slots);
  const title = fileTitle(job, leaflet);
  const producer = `safeleaf ${job.toolVersion}`;
  const file = new PdfFile({
    title,
    producer,
    prepared: new Date(`${job.prepared}T00:00:00Z`),
    lang: leaflet.form.locale.tag,
    id: Buffer.from(id, 'hex'),
  });
  const metadata = xmpPacket({ title, producer, prepared: job.prepared, id });
  file.catalogue.Metadata = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, metadata);
  file.catalogue.OutputIntents = [outputIntent(file, run)];
  return file;
}

/** 32 hex digits that are the same when, and only when, what the file says is the same. */
function contentId(
  job: PressJob,
  form: PressForm,
  leaflet: Leaflet,
  slots: readonly (readonly SlotText[])[],
): string {
  const panels = form.laidOut.sides.map((side) => side.panels.map(({ panel }) => panel.key));
  const values = slots.map((side) => side.map(({ drawn }) => [drawn.field, drawn.value]));
  const { toolVersion, prepared, title, profile } = job;
  const identity = [leaflet.fileName, leaflet.jobCode, toolVersion, prepared, title];
  return sha256Hex(JSON.stringify([identity, profile.id, profile.sha256, panels, values])).slice(
    0,
    32,
  );
}

/** What a viewer shows in its title bar, and what `trace` finds the job code in. */
function fileTitle(job: PressJob, leaflet: Leaflet): string {
  const { template, brand, locale } = leaflet.form;
  const phone = slotValue(leaflet, 'phone.name');
  return `${job.title}: ${template.title}, ${brand.name}, ${locale.tag}, ${phone}, ${leaflet.jobCode}`;
}

/** The printing condition that the inks are meant for (print-spec X03 to X06). */
function outputIntent(file: PdfFile, { job, icc }: PressRun): PdfReference {
  const { condition, conditionInfo, registry } = job.profile;
  return file.add({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: written(pdfText(condition)),
    OutputCondition: written(pdfText(conditionInfo)),
    RegistryName: written(pdfText(registry)),
    Info: written(pdfText(conditionInfo)),
    DestOutputProfile: file.addStream({ N: 4, Filter: 'FlateDecode' }, icc),
  });
}

/** Blending, were there any, happens in the press's own inks (print-spec X18). */
const PAGE_GROUP = { S: 'Transparency', CS: 'DeviceCMYK', I: true, K: false };

function addSide(
  file: PdfFile,
  resources: FileResources,
  form: PressForm,
  side: PressSide,
  slots: readonly SlotText[],
  jobCode: PageText | undefined,
): void {
  const { media, bleed, trim } = form.geometry;
  const own = Buffer.from(ownContent(form, side, slots, jobCode), 'latin1');
  const onPage = [side.content, ...slots.map(({ text }) => text), ...(jobCode ? [jobCode] : [])];
  const forms: Record<string, PdfReference> = {};
  for (const [name, drawing] of side.panels) forms[name] = resources.drawing(drawing);
  if (side.overlay !== undefined) forms.O = resources.drawing(side.overlay);
  file.addPage({
    MediaBox: pdfBox(media, media),
    BleedBox: pdfBox(bleed, media),
    TrimBox: pdfBox(trim, media),
    Group: PAGE_GROUP,
    Resources: { ...resources.dictionary(...onPage), XObject: forms },
    Contents: [
      file.addStream({ Filter: 'FlateDecode' }, side.content.bytes),
      file.addStream({}, own),
    ],
  });
}

/** What only this leaflet says: its slots over the panels, then the tool's overlay, then the job code in the slug. */
function ownContent(
  { geometry }: PressForm,
  side: PressSide,
  slots: readonly SlotText[],
  jobCode: PageText | undefined,
): string {
  const { margin, media, trim } = geometry;
  const parts = slots.map(({ text, x, y }) => translated(x, y, text.text));
  if (side.overlay !== undefined) {
    const bottom = media.height - trim.y - trim.height;
    parts.push(translated(toPt(margin), toPt(bottom), '/O Do'));
  }
  if (jobCode !== undefined) parts.push(translated(0, 0, jobCode.text));
  return parts.join('\n');
}
