import type { Leaflet } from '../plan/plan.js';
import { runningHash } from '../units/hash.js';
import { DieLayers } from './die-layers.js';
import { FileResources } from './file-resources.js';
import {
  indirectObject,
  metadataBody,
  streamBody,
  trailer,
  XREF_FIRST,
  xrefLine,
} from './indirect-object.js';
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

/** A record of the file: its bytes, and what was drawn in its slots. */
export interface RecordBytes {
  readonly bytes: Uint8Array;
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

/** Lines of the cross-reference table that are handed over at a time. */
const LINES = 10_000;

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
  readonly #offsets: number[];
  readonly #tree: PageTree;
  readonly #parts: number[] = [];
  readonly #identity = runningHash();
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
    this.#offsets = [...this.#start.offsets];
    this.#size = this.#start.size;
    this.#tree = new PageTree(pages, () => this.#number());
    this.#identity.update(JSON.stringify(forms.map((form) => formIdentity(run.job, form))));
  }

  /** What the file begins with. */
  get start(): readonly Uint8Array[] {
    return this.#start.parts;
  }

  /** The next leaflet: its pages, its own words and its place among the records. */
  add(form: PressForm, leaflet: Leaflet): RecordBytes {
    const sides = this.#sides.get(form);
    if (sides === undefined) throw new Error('a leaflet of a form that the file does not hold');
    const out: Uint8Array[] = [];
    const part = this.#number();
    const pages: number[] = [];
    const slots: DrawnSlot[] = [];
    const jobCode = form.jobCodes?.of(leaflet.jobCode);
    for (const [at, side] of form.sides.entries()) {
      const texts = slotTexts(side, leaflet);
      slots.push(...texts.map(({ drawn }) => drawn));
      const own = this.#number();
      this.#put(
        out,
        own,
        streamBody(Buffer.from(ownContent(form, side, texts, jobCode), 'latin1')),
      );
      const page = this.#number();
      this.#put(out, page, this.#page(sides[at], own, part, this.#tree.parent()));
      pages.push(page);
      for (const node of this.#tree.add(page)) this.#put(out, node.number, node.body);
    }
    this.#put(out, part, recordPart(leaflet, this.#open.records, pages));
    this.#parts.push(part);
    const said = slots.map(({ side, field, value }) => [side, field, value]);
    this.#identity.update(JSON.stringify([leaflet.fileName, leaflet.jobCode, said]));
    return { bytes: Buffer.concat(out), slots };
  }

  /** What stands behind the last record. */
  *end(): Generator<Uint8Array> {
    const out: Uint8Array[] = [];
    for (const node of this.#tree.end()) this.#put(out, node.number, node.body);
    const { title, metadata, recordsRoot, records } = this.#open;
    const root = recordRoot(records);
    this.#put(out, recordsRoot, root);
    const parts = this.#parts.map((it) => `${it} 0 R`).join(' ');
    this.#put(
      out,
      records,
      `<<\n/Type /DPart\n/Parent ${recordsRoot} 0 R\n/DParts [[${parts}]]\n>>`,
    );
    const id = this.#identity.copy().digest('hex').slice(0, 32);
    this.#put(out, title, pdfText(this.#title));
    this.#put(out, metadata, metadataBody(this.#packet(id)));
    yield* out;
    const count = this.#offsets.length + 1;
    yield Buffer.from(`xref\n0 ${count}\n${XREF_FIRST}`, 'latin1');
    for (let at = 0; at < this.#offsets.length; at += LINES)
      yield Buffer.from(
        this.#offsets
          .slice(at, at + LINES)
          .map(xrefLine)
          .join(''),
        'latin1',
      );
    yield Buffer.from(trailer(count, this.#start.roots, id, this.#size), 'latin1');
  }

  #packet(id: string): Uint8Array {
    const { toolVersion, prepared } = this.#run.job;
    const producer = `safeleaf ${toolVersion}`;
    return xmpPacket({ title: this.#title, producer, prepared, id, hasRecords: true });
  }

  #number(): number {
    this.#offsets.push(0);
    return this.#offsets.length;
  }

  #put(out: Uint8Array[], number: number, body: Uint8Array | string): void {
    const object = indirectObject(number, body);
    out.push(object);
    this.#offsets[number - 1] = this.#size;
    this.#size += object.length;
  }

  #page(side: SideText | undefined, own: number, part: number, parent: number): string {
    if (side === undefined) throw new Error('a form has more sides than it was written with');
    const die = side.die === undefined ? '' : ` ${side.die} 0 R`;
    const contents = `/Contents [${side.content} 0 R ${own} 0 R${die}]`;
    return `<<\n/Type /Page\n/Parent ${parent} 0 R\n${side.boxes}${contents}\n/DPart ${part} 0 R\n>>`;
  }
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
