import { runProgram } from './outside-program.js';

/** A value as qpdf's JSON writes it: names start with `/`, strings with `u:` or `b:`, references are `12 0 R`. */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue };
export type PdfDictionary = { readonly [key: string]: PdfValue };

interface PdfStream {
  readonly data: string;
  readonly dict: PdfDictionary;
}
type Objects = Readonly<Record<string, { readonly value?: PdfValue; readonly stream?: PdfStream }>>;

/** A file's objects as qpdf takes them apart; streams decoded by qpdf. */
export class QpdfFile {
  readonly version: string;
  readonly pages: readonly PdfDictionary[];
  readonly trailer: PdfDictionary;
  /** Every dictionary of the file, those of streams too. */
  readonly dictionaries: readonly PdfDictionary[];
  readonly #objects: Objects;

  constructor(file: string) {
    const args = ['--json=2', '--decode-level=generalized', '--json-stream-data=inline', file];
    const { status, out, err } = runProgram('qpdf', args);
    if (status !== 0) throw new Error(`qpdf: ${err}`);
    const read = JSON.parse(out) as {
      pages: { object: string }[];
      qpdf: [{ pdfversion: string }, Objects];
    };
    this.#objects = read.qpdf[1];
    this.version = read.qpdf[0].pdfversion;
    this.pages = read.pages.map(({ object }) => this.dictionary(object));
    this.trailer = this.#objects.trailer?.value as PdfDictionary;
    this.dictionaries = Object.values(this.#objects).flatMap(({ value, stream }) =>
      dictionariesIn(stream?.dict ?? value ?? null),
    );
  }

  /** A value, given itself or by reference. */
  value(value: PdfValue | undefined): PdfValue | undefined {
    const object = typeof value === 'string' ? this.#objects[`obj:${value}`] : undefined;
    return object?.value ?? value;
  }

  /** A dictionary, given itself or by reference; empty where there is none. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const object = typeof value === 'string' ? this.#objects[`obj:${value}`] : undefined;
    return (object?.stream?.dict ?? object?.value ?? value ?? {}) as PdfDictionary;
  }

  /** What a stream holds. */
  data(value: PdfValue | undefined): Buffer {
    const stream = this.#objects[`obj:${String(value)}`]?.stream;
    if (!stream) throw new Error(`qpdf gives no stream for ${String(value)}`);
    return Buffer.from(stream.data, 'base64');
  }
}

function dictionariesIn(value: PdfValue): PdfDictionary[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = (Array.isArray(value) ? value : Object.values(value)).flatMap(dictionariesIn);
  return Array.isArray(value) ? inside : [value as PdfDictionary, ...inside];
}
