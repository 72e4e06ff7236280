import type { Leaflet } from '../../plan/plan.js';
import { slotValue } from '../../plan/slot-value.js';
import { readerTitle } from '../../reading/reader-title.js';
import { sha256Hex } from '../../units/hash.js';
import { toPt } from '../../units/length.js';
import type { EmbeddedFont } from '../embedded-font.js';
import { FileResources } from '../file-resources.js';
import type { PageText } from '../page-text.js';
import { PdfFile, type PdfReference } from '../pdf-file.js';
import { pdfText, written } from '../pdf-syntax.js';
import type { DrawnSlot, PressFile } from '../press.js';
import { readerXmpPacket } from '../xmp.js';
import { addOutline } from './add-outline.js';
import type { DrawnForm, DrawnPage } from './drawn-form.js';
import type { ReaderJob } from './reader-job.js';
import { StructureTree, type TaggedPage } from './structure-tree.js';

/** What all files of a run share, drawn, subset and deflated. */
export interface ReaderRun {
  readonly job: ReaderJob;
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
  /** The profile of the screen's colours, deflated. */
  readonly icc: Uint8Array;
}

/** Writes one leaflet for its readers: PDF/UA-1 and PDF/A-2a, one panel a page in the order in which it is unfolded. */
export function writeReader(run: ReaderRun, form: DrawnForm, leaflet: Leaflet): PressFile {
  const values = form.pages.map((page) => slotTexts(page, leaflet));
  const file = openFile(run, form, leaflet, values.flat());
  const resources = new FileResources(file, run.fonts, 'none');
  const tree = new StructureTree(file);
  const pages = form.pages.map((page, at) =>
    addPage(file, resources, tree, page, values[at] ?? [], at),
  );
  file.catalogue.StructTreeRoot = tree.finish();
  file.catalogue.Outlines = addOutline(file, pages);
  const bytes = Buffer.concat(file.finish().chunks);
  const slots = values.flat().flatMap((it) => it?.drawn ?? []);
  return { parts: [bytes], size: bytes.length, sha256: sha256Hex(bytes), bytes, slots };
}

/** A slot's value, drawn; undefined where the catalogue has none. */
type SlotText = { readonly drawn: DrawnSlot; readonly text: PageText } | undefined;

function slotTexts({ page, slots }: DrawnPage, leaflet: Leaflet): readonly SlotText[] {
  return slots.map((drawings) => {
    const { field, boxWidth } = drawings;
    const value = slotValue(leaflet, field);
    if (value === '') return undefined;
    const text = drawings.of(value);
    const place = { side: page.panel.name, panel: page.panel.name };
    return { text, drawn: { ...place, field, value, width: text.width, boxWidth } };
  });
}

function openFile(
  { job, icc }: ReaderRun,
  form: DrawnForm,
  leaflet: Leaflet,
  values: readonly SlotText[],
): PdfFile {
  const { locale } = leaflet.form;
  const title = readerTitle(form.form, leaflet);
  const id = contentId(job, form, leaflet, title, values);
  const producer = `safeleaf ${job.toolVersion}`;
  const file = new PdfFile({
    title,
    producer,
    prepared: new Date(`${job.prepared}T00:00:00Z`),
    lang: locale.tag,
    id: Buffer.from(id, 'hex'),
    edition: 'reader',
  });
  const facts = { title, producer, prepared: job.prepared, id, lang: locale.tag };
  const { catalogue } = file;
  catalogue.Metadata = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, readerXmpPacket(facts));
  catalogue.OutputIntents = [screenIntent(file, icc)];
  // These two, and the structure tree, are ended by pdfkit.
  catalogue.MarkInfo = file.begin({ Marked: true });
  const direction = locale.direction === 'rtl' ? 'R2L' : 'L2R';
  catalogue.ViewerPreferences = file.begin({ DisplayDocTitle: true, Direction: direction });
  return file;
}

function contentId(
  job: ReaderJob,
  { pages }: DrawnForm,
  leaflet: Leaflet,
  title: string,
  values: readonly SlotText[],
): string {
  const panels = pages.map(({ page }) => page.panel.key);
  const links = pages.map(({ drawn }) => drawn.tags);
  const said = values.map((it) => it?.drawn.value ?? '');
  const { toolVersion, prepared, profile } = job;
  const identity = ['reader', leaflet.fileName, leaflet.jobCode, toolVersion, prepared, title];
  const content = JSON.stringify([identity, profile.sha256, panels, links, said]);
  return sha256Hex(content).slice(0, 32);
}

/** Colours are those of a screen (IEC 61966-2-1), which every viewer shows alike; of CMYK each makes its own. */
const screenIntent = (file: PdfFile, icc: Uint8Array): PdfReference =>
  file.add({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: written(pdfText('sRGB IEC61966-2.1')),
    RegistryName: written(pdfText('http://www.color.org')),
    Info: written(pdfText('sRGB IEC61966-2.1')),
    DestOutputProfile: file.addStream({ N: 3, Filter: 'FlateDecode' }, icc),
  });

/** A written page and what a list of contents says of it. */
interface WrittenPage {
  readonly reference: PdfReference;
  readonly title: string;
}

function addPage(
  file: PdfFile,
  resources: FileResources,
  tree: StructureTree,
  { page, drawn, overlay }: DrawnPage,
  values: readonly SlotText[],
  at: number,
): WrittenPage {
  const { panel, title } = page;
  const box = [0, 0, rounded(toPt(panel.width)), rounded(toPt(panel.height))];
  const used = [...values.flatMap((it) => it?.text ?? []), ...(overlay ? [overlay] : [])];
  const reference = file.beginPage({
    MediaBox: box,
    TrimBox: box,
    Resources: resources.dictionary(drawn, ...used),
    Contents: contents(file, drawn, values, overlay),
    // Tabs go from link to link as the tags have them.
    Tabs: 'S',
  });
  const slotMark = (slot: number) => (values[slot] ? drawn.marks + slot : undefined);
  const tagged: TaggedPage = { reference, owners: [], annotations: [], slotMark };
  reference.data.StructParents = tree.addPage(tagged);
  const nodes = overlay?.tag && at === 0 ? [overlay.tag, ...drawn.tags] : drawn.tags;
  tree.addSection(title, panel.lang, nodes, tagged);
  if (tagged.annotations.length > 0) reference.data.Annots = tagged.annotations;
  reference.end();
  return { reference, title };
}

/** The panel's own streams, with a record's values between them where they are read. */
function contents(
  file: PdfFile,
  { parts, slots }: DrawnPage['drawn'],
  values: readonly SlotText[],
  overlay: DrawnPage['overlay'],
): PdfReference[] {
  const streams: PdfReference[] = [];
  parts.forEach((part, at) => {
    streams.push(file.addStream({ Filter: 'FlateDecode' }, part));
    const value = values[slots[at] ?? -1];
    if (value) streams.push(file.addStream({}, Buffer.from(`q\n${value.text.text}\nQ`, 'latin1')));
  });
  if (overlay) streams.push(file.addStream({ Filter: 'FlateDecode' }, overlay.bytes));
  return streams;
}

/** To a ten-thousandth of a point, so that a box read back compares equal. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
