import type { Hash } from 'node:crypto';
import type { Leaflet } from '../plan/plan.js';
import { runningHash } from '../units/hash.js';
import { DieLayers } from './die-layers.js';
import { FileResources } from './file-resources.js';
import { indirectObject, metadataBody, streamBody, trailer } from './indirect-object.js';
import { ObjectPlaces } from './object-places.js';
import { ownContent, slotTexts } from './own-content.js';
import { PageTree } from './page-tree.js';
import type { PdfFile } from './pdf-file.js';
import { pdfNumber } from './pdf-number.js';
import { pdfText } from './pdf-syntax.js';
import type { DrawnSlot } from './press.js';
import type { PressForm } from './press-form.js';
import { recordPart, recordRoot } from './record-part.js';
import { formIdentity, openFile, type PressRun, sidePage } from './standing-form.js';
import { type StandingStart, standingStart } from './standing-start.js';
import { xmpPacket } from './xmp.js';

/** A record of the file, Latin-1, and what was drawn in its slots. */
export interface RecordText {
  readonly text: string;
  readonly slots: readonly DrawnSlot[];
}

/** What the pages of a side have alike, written out: before the parent's number, and after it. */
interface SideText {
  readonly boxes: string;
  readonly content: number;
  /** The stream of processing steps, where the piece has any. */
  readonly die: number | undefined;
}

/** Objects whose numbers the start names and whose bytes come at the end. */
interface OpenNumbers {
  readonly title: number;
  readonly metadata: number;
  readonly pages: number;
  readonly recordsRoot: number;
  readonly records: number;
}

/** Characters of what leaflets say that are hashed at a time. */
const SAID = 64 * 1024;

/**
 * One file for many leaflets (PDF/VT-1, ISO 16612-2): panels, fonts and plates once, then a few hundred
 * bytes a leaflet. It is handed over piece by piece, so that memory holds no more of it than where its
 * objects lie.
 */
export class RecordsFile {
  readonly #run: PressRun;
  readonly #title: string;
  readonly #start: StandingStart;
  readonly #open: OpenNumbers;
  readonly #sides: ReadonlyMap<PressForm, readonly SideText[]>;
  readonly #places: ObjectPlaces;
  readonly #tree: PageTree;
  readonly #parts: number[] = [];
  readonly #identity = runningHash();
  #said = '';
  #size: number;

  /** `forms`: those of all leaflets that will be added; the first one's language is the file's. */
  constructor(run: PressRun, forms: readonly PressForm[], title: string) {
    this.#run = run;
    this.#title = title;
    const lang = forms[0]?.laidOut.form.locale.tag ?? 'en';
    const { file, metadata } = openFile(run, lang);
    const records = file.add({});
    const recordsRoot = file.add({});
    file.catalogue.DPartRoot = recordsRoot;
    this.#sides = new Map(stand(file, run, forms));
    const pages = file.pages.id;
    const finished = file.finish();
    this.#open = {
      title: finished.title,
      metadata: metadata.id,
      pages,
      recordsRoot: recordsRoot.id,
      records: records.id,
    };
    this.#start = standingStart(finished, Object.values(this.#open));
    this.#places = new ObjectPlaces(this.#start.offsets);
    this.#size = this.#start.size;
    this.#tree = new PageTree(pages, () => this.#places.take());
    this.#identity.update(JSON.stringify(forms.map((form) => formIdentity(run.job, form))));
  }

  /** What the file begins with. */
  get start(): readonly Uint8Array[] {
    return this.#start.parts;
  }

  /** The next leaflet: its pages, its own words and its place among the records. */
  add(form: PressForm, leaflet: Leaflet): RecordText {
    const sides = this.#sides.get(form);
    if (sides === undefined) throw new Error('a leaflet of a form that the file does not hold');
    const part = this.#places.take();
    const pages: number[] = [];
    const slots: DrawnSlot[] = [];
    const jobCode = form.jobCodes?.of(leaflet.jobCode);
    const start = this.#size;
    let text = '';
    const put = (number: number, body: string) => {
      this.#places.put(number, start + text.length);
      text += indirectObject(number, body);
    };
    for (const [at, side] of form.sides.entries()) {
      const texts = slotTexts(side, leaflet);
      for (const { drawn } of texts) slots.push(drawn);
      const own = this.#places.take();
      put(own, streamBody(ownContent(side, texts, jobCode)));
      const page = this.#places.take();
      put(page, pageBody(sides[at], own, part, this.#tree.parent()));
      pages.push(page);
      for (const node of this.#tree.add(page)) put(node.number, node.body);
    }
    put(part, recordPart(leaflet, this.#open.records, pages));
    this.#size += text.length;
    this.#parts.push(part);
    this.#identify(leaflet, slots);
    return { text, slots };
  }

  /** What stands behind the last record. */
  end(): Generator<string> {
    return this.#ended(this.#places, this.#tree, this.#identity);
  }

  /** What would stand behind the last record if no other came: with it the file so far can be read. */
  endSoFar(): Generator<string> {
    return this.#ended(this.#places.copy(), this.#tree.copy(), this.#identity.copy());
  }

  *#ended(places: ObjectPlaces, tree: PageTree, identity: Hash): Generator<string> {
    let size = this.#size;
    const put = (number: number, body: string): string => {
      const text = indirectObject(number, body);
      places.put(number, size);
      size += text.length;
      return text;
    };
    for (const node of tree.end()) yield put(node.number, node.body);
    const { title, metadata, recordsRoot, records } = this.#open;
    yield put(recordsRoot, recordRoot(records));
    const parts = this.#parts.map((it) => `${it} 0 R`).join(' ');
    const node = `<<\n/Type /DPart\n/Parent ${recordsRoot} 0 R\n/DParts [[${parts}]]\n>>`;
    yield put(records, node);
    const id = identity.update(this.#said).digest('hex').slice(0, 32);
    yield put(title, pdfText(this.#title));
    yield put(metadata, metadataBody(this.#packet(id)));
    yield* places.table();
    yield trailer(places.lines, this.#start.roots, id, size);
  }

  /** Adds what a leaflet says to what the file is named by. */
  #identify({ fileName, jobCode }: Leaflet, slots: readonly DrawnSlot[]): void {
    const said = slots.map(({ side, field, value }) => [side, field, value]);
    this.#said += JSON.stringify([fileName, jobCode, said]);
    if (this.#said.length < SAID) return;
    this.#identity.update(this.#said);
    this.#said = '';
  }

  #packet(id: string): Uint8Array {
    const { toolVersion, prepared } = this.#run.job;
    const producer = `safeleaf ${toolVersion}`;
    return xmpPacket({ title: this.#title, producer, prepared, id, hasRecords: true });
  }
}

function pageBody(side: SideText | undefined, own: number, part: number, parent: number): string {
  if (side === undefined) throw new Error('a form has more sides than it was written with');
  const die = side.die === undefined ? '' : ` ${side.die} 0 R`;
  const contents = `/Contents [${side.content} 0 R ${own} 0 R${die}]`;
  return `<<\n/Type /Page\n/Parent ${parent} 0 R\n${side.boxes}${contents}\n/DPart ${part} 0 R\n>>`;
}

/** Puts what the leaflets of each form have alike into the file. */
function stand(
  file: PdfFile,
  run: PressRun,
  forms: readonly PressForm[],
): [PressForm, SideText[]][] {
  const resources = new FileResources(file, run.fonts);
  const layers = new DieLayers(file, !forms.some(({ laidOut }) => laidOut.isDraft));
  const stood = forms.map((form): [PressForm, SideText[]] => {
    const sides = form.sides.map((side): SideText => {
      const page = sidePage(file, { resources, layers }, form, side);
      const named = file.add(page.Resources);
      const group = file.add(page.Group);
      const box = (sides: readonly number[]) => `[${sides.map(pdfNumber).join(' ')}]`;
      const boxes = [
        `/MediaBox ${box(page.MediaBox)}`,
        `/BleedBox ${box(page.BleedBox)}`,
        `/TrimBox ${box(page.TrimBox)}`,
        `/Group ${group.id} 0 R`,
        `/Resources ${named.id} 0 R`,
        '',
      ].join('\n');
      return { boxes, content: page.content.id, die: page.die?.id };
    });
    return [form, sides];
  });
  layers.close();
  return stood;
}
