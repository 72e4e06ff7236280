import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';

/** A file as its objects stand in it, read without the writer's help. */
export const readPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

/** A page's box in mm: left, top, width and height, from the paper's top left. */
export function boxInMm(page: PDFPage, name: 'MediaBox' | 'BleedBox' | 'TrimBox'): number[] {
  const sides = page.node.lookup(PDFName.of(name), PDFArray).asArray();
  const [left = 0, bottom = 0, right = 0, top = 0] = sides.map((it) =>
    (it as PDFNumber).asNumber(),
  );
  const paper = page.node.lookup(PDFName.of('MediaBox'), PDFArray).lookup(3, PDFNumber).asNumber();
  const toMm = (points: number) => Math.round((points / 72) * 25.4 * 1000) / 1000;
  return [left, paper - top, right - left, top - bottom].map(toMm);
}

/** A stream's text, inflated if its dictionary says so. */
export function streamText(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('not a stream');
  const isDeflated = stream.dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  const bytes = isDeflated ? inflateSync(stream.contents) : stream.contents;
  return Buffer.from(bytes).toString('latin1');
}

/** All streams of a page's own content, joined. */
export function pageContent(page: PDFPage): string {
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray);
  return [...Array(contents.size()).keys()].map((at) => streamText(contents.lookup(at))).join('\n');
}

/** Name -> form of a page. */
export function pageForms(page: PDFPage): ReadonlyMap<string, PDFRawStream> {
  const resources = page.node.lookup(PDFName.of('Resources'), PDFDict);
  const forms = resources.lookup(PDFName.of('XObject'), PDFDict);
  return new Map(
    forms.keys().map((name) => [name.decodeText(), forms.lookup(name) as PDFRawStream]),
  );
}
