import { deflateSync, inflateSync } from 'node:zlib';
import {
  type PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFStreamWriter,
} from '@cantoo/pdf-lib';

/** Opens a finished file as another program would, changes it, and saves it in its own way (object streams). */
export async function edited(
  bytes: Uint8Array,
  change: (file: PDFDocument) => void,
): Promise<Uint8Array> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  change(file);
  await file.flush();
  return PDFStreamWriter.forContext(file.context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

/** Changes the text of every stream that `of` picks; says how many it changed. */
export function changeStreams(
  file: PDFDocument,
  of: (stream: PDFRawStream) => boolean,
  change: (text: string) => string,
): number {
  let changes = 0;
  for (const [ref, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !of(object)) continue;
    const before = textOf(object);
    const after = change(before);
    if (after === before) continue;
    replace(file, ref, object, Buffer.from(after, 'latin1'));
    changes += 1;
  }
  return changes;
}

const isFlate = (stream: PDFRawStream): boolean =>
  stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');

function textOf(stream: PDFRawStream): string {
  const bytes = isFlate(stream) ? inflateSync(stream.contents) : stream.contents;
  return Buffer.from(bytes).toString('latin1');
}

function replace(file: PDFDocument, ref: PDFRef, old: PDFRawStream, bytes: Uint8Array): void {
  const dict = old.dict.clone();
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  file.context.assign(ref, PDFRawStream.of(dict, deflateSync(bytes)));
}

/** Panels: streams that are painted as forms. */
export const isPanel = (stream: PDFRawStream): boolean =>
  stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');

/** What a font says its glyphs stand for. */
export const isUnicodeMap = (stream: PDFRawStream): boolean => textOf(stream).includes('begincmap');

/** Font programs with TrueType outlines. */
export const isFontProgram = (stream: PDFRawStream): boolean =>
  stream.dict.has(PDFName.of('Length1'));

/** A TrueType program whose glyphs are all still there and all empty, as a known library writes them. */
export function blankGlyphs(program: string): string {
  const font = Buffer.from(program, 'latin1');
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'glyf') continue;
    const offset = font.readUInt32BE(at + 8);
    font.fill(0, offset, offset + font.readUInt32BE(at + 12));
  }
  return font.toString('latin1');
}

/** The first page's dictionary. */
export const firstPage = (file: PDFDocument): PDFDict => file.getPages()[0]?.node as PDFDict;
