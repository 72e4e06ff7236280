import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { deflate } from '../pdf/deflate.js';
import { sha256Hex } from '../units/hash.js';

/** Objects in each other that are followed: far above any leaflet's. */
const DEEPEST = 64;

/** A page as a form, its trim's bottom left in its own points. */
export interface ImportedPage {
  readonly form: PDFRef;
  readonly trim: { readonly x: number; readonly y: number };
}

/**
 * Takes pages of finished files into a new one as Form XObjects. What two of them show alike (fonts, panels, profiles)
 * is taken once, by its bytes: a pile of a thousand leaflets is hardly larger than one of ten.
 */
export class PageImporter {
  readonly #into: PDFContext;
  readonly #known = new Map<string, PDFRef>();

  constructor(document: PDFDocument) {
    this.#into = document.context;
  }

  /** The pages `first` to `last` of a file, from 1. `bleed`: how much of it around the trim is shown, points. */
  async add(bytes: Uint8Array, [first, last]: readonly [number, number], bleed: number) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    const copied = new Map<PDFRef, PDFRef>();
    const pages = source.getPages().slice(first - 1, last);
    const intents = source.catalog.get(PDFName.of('OutputIntents'));
    return {
      pages: pages.map((page) => this.#form(page, bleed, copied)),
      intents: intents && this.#copy(intents, source.context, copied, 0),
    };
  }

  #form(page: PDFPage, bleed: number, copied: Map<PDFRef, PDFRef>): ImportedPage {
    const { context } = page.doc;
    const { x, y, width, height } = page.getTrimBox();
    const dict = this.#into.obj({
      Type: 'XObject',
      Subtype: 'Form',
      Filter: 'FlateDecode',
      BBox: [x - bleed, y - bleed, x + width + bleed, y + height + bleed],
    });
    const copy = (from: PDFObject) => this.#copy(from, context, copied, 0);
    const resources = page.node.Resources();
    if (resources) dict.set(PDFName.of('Resources'), this.#once(copy(resources)));
    const group = page.node.get(PDFName.of('Group'));
    if (group) dict.set(PDFName.of('Group'), copy(group));
    const content = PDFRawStream.of(dict, deflate(contentOf(page)));
    return { form: this.#once(content), trim: { x, y } };
  }

  #copy(
    object: PDFObject,
    source: PDFContext,
    copied: Map<PDFRef, PDFRef>,
    depth: number,
  ): PDFObject {
    if (depth > DEEPEST) throw new Error('a finished page leads round in circles');
    const deeper = (it: PDFObject) => this.#copy(it, source, copied, depth + 1);
    if (object instanceof PDFRef) return this.#reference(object, source, copied, deeper);
    if (object instanceof PDFRawStream)
      return PDFRawStream.of(this.#dict(object.dict, deeper), object.contents);
    if (object instanceof PDFDict) return this.#dict(object, deeper);
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(this.#into);
      for (const item of object.asArray()) array.push(deeper(item));
      return array;
    }
    return object;
  }

  #reference(
    ref: PDFRef,
    source: PDFContext,
    copied: Map<PDFRef, PDFRef>,
    deeper: (it: PDFObject) => PDFObject,
  ): PDFRef {
    const before = copied.get(ref);
    if (before) return before;
    const target = source.lookup(ref);
    if (!target) throw new Error(`object ${ref.objectNumber} of a finished file is not there`);
    const made = this.#once(deeper(target));
    copied.set(ref, made);
    return made;
  }

  #dict(from: PDFDict, deeper: (it: PDFObject) => PDFObject): PDFDict {
    const dict = PDFDict.withContext(this.#into);
    for (const [key, value] of from.entries()) dict.set(key, deeper(value));
    return dict;
  }

  /** Objects with the same bytes are one object. What they name was taken before them, so equal names mean equal things. */
  #once(object: PDFObject): PDFRef {
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    const key = sha256Hex(bytes);
    const known = this.#known.get(key) ?? this.#into.register(object);
    this.#known.set(key, known);
    return known;
  }
}

/** What a page draws: its streams behind each other, as a page means them (ISO 32000-1, 7.8.2), since a form has one. */
function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const all = contents instanceof PDFArray ? contents.asArray() : [contents];
  const texts = all.map((it) => {
    const stream = it instanceof PDFRef ? page.doc.context.lookup(it) : it;
    if (!(stream instanceof PDFRawStream)) throw new Error('a finished page has no content');
    return decodePDFRawStream(stream).decode();
  });
  return Buffer.concat(texts.flatMap((text) => [text, NEW_LINE]));
}

const NEW_LINE = Uint8Array.of(10);
