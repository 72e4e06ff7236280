import PDFDocument from 'pdfkit';
import { type Written, written } from './pdf-syntax.js';

/** A value in a dictionary: a string is a name, a `Written` its own text. */
export type PdfValue =
  | string
  | number
  | boolean
  | Written
  | PdfReference
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined };

export type PdfDictionary = { readonly [key: string]: PdfValue | undefined };

/** An object of a file. */
export interface PdfReference {
  /** The object's number. */
  readonly id: number;
  readonly data: Record<string, unknown>;
  end(bytes?: Uint8Array): void;
}

/** What is used of pdfkit's document beyond its published types: it numbers, offsets and ends the objects. */
interface Pdfkit {
  readonly _root: PdfReference;
  /** Known once the file has ended. */
  readonly _info: PdfReference;
  /** Where each object begins, by its number less one; bytes. */
  readonly _offsets: readonly number[];
  _id: Uint8Array;
  push(chunk: Uint8Array | null): boolean;
  endMetadata(): void;
  ref(data: unknown): PdfReference & { compress: boolean };
  end(): void;
}

/** What a file says of itself in its Info dictionary. */
export interface PdfInfo {
  /** Text, or as PDF spells it. */
  readonly title: string | Written;
  readonly producer: string;
  readonly prepared: Date;
  /** BCP 47. */
  readonly lang: string;
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly edition?: 'print' | 'reader' | undefined;
}

/** A file that is whole, with what tells where its objects lie. */
export interface FinishedFile {
  readonly chunks: readonly Uint8Array[];
  /** Where each object begins, by its number less one; bytes. */
  readonly offsets: readonly number[];
  /** Where the cross-reference table begins; bytes. */
  readonly xrefAt: number;
  /** Numbers of the catalogue and of the Info dictionary. */
  readonly root: number;
  readonly info: number;
  /** Number of the title's string in the Info dictionary. */
  readonly title: number;
}

/**
 * One PDF file in the making: 1.6 as PDF/X-4 asks, 1.7 for a reader. pdfkit writes the objects; pages, fonts and metadata are ours, since
 * its own carry a UserUnit, grey ink and unescaped XML. Everything happens in one tick: `finish`
 * returns the bytes.
 */
export class PdfFile {
  readonly #document: Pdfkit;
  readonly #chunks: Uint8Array[] = [];
  #isComplete = false;

  constructor(info: PdfInfo) {
    const { title, producer, prepared, lang, edition } = info;
    const isPrint = edition !== 'reader';
    this.#document = new PDFDocument({
      pdfVersion: isPrint ? '1.6' : '1.7',
      autoFirstPage: false,
      compress: false,
      lang,
      // Falsy on purpose: with no value at all pdfkit would take Helvetica, which is not embedded.
      font: null as unknown as string,
      info: {
        Title: title,
        Producer: producer,
        Creator: producer,
        CreationDate: prepared,
        ModDate: prepared,
        ...(isPrint ? { GTS_PDFXVersion: 'PDF/X-4', Trapped: written('/False') } : {}),
      } as never,
    }) as unknown as Pdfkit;
    this.#document._id = info.id;
    this.#document.endMetadata = () => {};
    this.#leaveOutNames();
    this.#collect();
  }

  /** pdfkit lists destinations in every file, also where there are none; kept from the catalogue, since pdfkit still ends the object. */
  #leaveOutNames(): void {
    const names = this.catalogue.Names as { data: object };
    names.data = {};
    Object.defineProperty(this.catalogue, 'Names', { value: names, enumerable: false });
  }

  /** Takes the bytes as they are written, without waiting for the stream's reader; what the constructor wrote is still in its buffer. */
  #collect(): void {
    const document = this.#document as Pdfkit & { read(): Uint8Array | null };
    for (let chunk = document.read(); chunk !== null; chunk = document.read()) {
      this.#chunks.push(chunk);
    }
    document.push = (chunk) => {
      if (chunk === null) this.#isComplete = true;
      else this.#chunks.push(chunk);
      return true;
    };
  }

  get catalogue(): Record<string, unknown> {
    return this.#document._root.data;
  }

  /** The root of the page tree. */
  get pages(): PdfReference {
    return this.catalogue.Pages as PdfReference;
  }

  /** An object that is complete. */
  add(data: PdfValue): PdfReference {
    const reference = this.#document.ref(data);
    reference.end();
    return reference;
  }

  /** An object that others name before it is complete: its data may grow until it is ended. */
  begin(data: PdfDictionary): PdfReference {
    return this.#document.ref({ ...data });
  }

  /** A stream whose bytes are final: deflated by the caller, with its Filter named, or plain. */
  addStream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference {
    const reference = this.#document.ref({ ...dictionary });
    reference.end(bytes);
    return reference;
  }

  addPage(dictionary: PdfDictionary): void {
    this.beginPage(dictionary).end();
  }

  /** A page that its annotations and tags name before it is complete. */
  beginPage(dictionary: PdfDictionary): PdfReference {
    const { pages } = this;
    const page = this.begin({ Type: 'Page', Parent: pages, ...dictionary });
    const tree = pages.data as { Kids: PdfReference[]; Count: number };
    tree.Kids.push(page);
    tree.Count++;
    return page;
  }

  /** Writes what is left and gives the whole file. */
  finish(): FinishedFile {
    const document = this.#document;
    document.end();
    if (!this.#isComplete) throw new Error('an object of the PDF was begun and never ended');
    const xref = this.#chunks.findLastIndex((chunk) => isXref(chunk));
    const sizes = this.#chunks.slice(0, xref).map(({ length }) => length);
    const info = document._info.data as Record<string, PdfReference>;
    return {
      chunks: this.#chunks,
      offsets: document._offsets,
      xrefAt: sizes.reduce((sum, size) => sum + size, 0),
      root: document._root.id,
      info: document._info.id,
      title: info.Title?.id ?? 0,
    };
  }
}

/** pdfkit hands over this line in a chunk of its own. */
const isXref = (chunk: Uint8Array): boolean =>
  chunk.length === 5 && Buffer.from(chunk).toString('latin1') === 'xref\n';
