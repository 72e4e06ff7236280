import { sha256Hex } from '../units/hash.js';
import { DieLayers } from './die-layers.js';
import type { EmbeddedFont } from './embedded-font.js';
import { FileResources } from './file-resources.js';
import { pdfBox } from './page-geometry.js';
import { PdfFile, type PdfReference } from './pdf-file.js';
import { pdfText, written } from './pdf-syntax.js';
import type { PressJob } from './press.js';
import type { PressForm, PressSide } from './press-form.js';
import type { StandingData } from './standing-data.js';
import { StandingFile } from './standing-file.js';
import { standingStart } from './standing-start.js';

/** What all files of a run share, drawn, subset and deflated. */
export interface PressRun {
  readonly job: PressJob;
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
  /** The press profile's ICC bytes, deflated. */
  readonly icc: Uint8Array;
}

/** A form whose file stands ready but for what its leaflets say on their own. */
export interface StandingForm {
  readonly form: PressForm;
  /** All that a thread needs to write its leaflets. */
  readonly data: StandingData;
  readonly file: StandingFile;
  readonly identity: string;
}

/** Writes a form's file once, by pdfkit, with nothing of any leaflet in it. */
export function standForm(run: PressRun, form: PressForm): StandingForm {
  const { file, metadata } = openFile(run, form.laidOut.form.locale.tag);
  const resources = new FileResources(file, run.fonts);
  const layers = new DieLayers(file, !form.laidOut.isDraft);
  const contents = form.sides.map((side) => {
    const own = file.addStream({}, NOTHING);
    const { content, die, ...page } = sidePage(file, { resources, layers }, form, side);
    file.addPage({ ...page, Contents: [content, own, ...(die ? [die] : [])] });
    return own.id;
  });
  layers.close();
  const finished = file.finish();
  const open = { title: finished.title, metadata: metadata.id, contents };
  const start = standingStart(finished, [open.title, open.metadata, ...open.contents]);
  const { prepared } = run.job;
  const offsets = Float64Array.from(start.offsets);
  const data = { ...start, offsets, open, producer: producerOf(run.job), prepared };
  return { form, data, file: new StandingFile(data), identity: formIdentity(run.job, form) };
}

/** A file with its printing condition, and the object that is left open for its metadata. */
export function openFile(
  run: PressRun,
  lang: string,
): { readonly file: PdfFile; readonly metadata: PdfReference } {
  const { job } = run;
  const file = new PdfFile({
    title: written('()'),
    producer: producerOf(job),
    prepared: new Date(`${job.prepared}T00:00:00Z`),
    lang,
    id: Buffer.alloc(16),
  });
  const metadata = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, NOTHING);
  file.catalogue.Metadata = metadata;
  file.catalogue.OutputIntents = [outputIntent(file, run)];
  return { file, metadata };
}

const NOTHING = new Uint8Array(0);

const producerOf = ({ toolVersion }: PressJob): string => `safeleaf ${toolVersion}`;

/** A hash that is the same when all that a form's leaflets have alike is the same. */
export function formIdentity(
  { toolVersion, prepared, title, profile }: PressJob,
  form: PressForm,
): string {
  const panels = form.laidOut.sides.map((side) => side.panels.map(({ panel }) => panel.key));
  const dies = form.laidOut.sides.flatMap(({ die }) => die ?? []);
  const alike = [toolVersion, prepared, title, profile.id, profile.sha256, panels, dies];
  return sha256Hex(JSON.stringify(alike));
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

/** What the pages of a side have alike; `content` paints its panels and marks. What any leaflet's slots name is named for all. */
export function sidePage(
  file: PdfFile,
  { resources, layers }: { readonly resources: FileResources; readonly layers: DieLayers },
  form: PressForm,
  side: PressSide,
) {
  const { media, bleed, trim } = form.geometry;
  const used = [
    side.content,
    ...side.slots.map(({ drawings }) => drawings.used),
    ...(form.jobCodes ? [form.jobCodes.used] : []),
    ...(side.die ? [side.die.drawing] : []),
  ];
  const forms: Record<string, PdfReference> = {};
  for (const [name, drawing] of side.panels) forms[name] = resources.drawing(drawing);
  if (side.overlay !== undefined) forms.O = resources.drawing(side.overlay);
  return {
    MediaBox: pdfBox(media, media),
    BleedBox: pdfBox(bleed, media),
    TrimBox: pdfBox(trim, media),
    Group: PAGE_GROUP,
    Resources: {
      ...resources.dictionary(...used),
      XObject: forms,
      Properties: layers.properties(side.die?.lines ?? []),
    },
    content: file.addStream({ Filter: 'FlateDecode' }, side.content.bytes),
    // Painted last, so that nothing covers it.
    die: side.die && file.addStream({ Filter: 'FlateDecode' }, side.die.drawing.bytes),
  };
}
