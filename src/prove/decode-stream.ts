import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';

/** How many bytes of streams a file may still unpack to: what guards against a small file that unpacks to gigabytes. */
export interface Allowance {
  bytes: number;
}

/** A stream's bytes, unpacked; undefined where they cannot be, or where the file has used up its allowance. */
export function decodeStream(stream: unknown, allowance: Allowance): Uint8Array | undefined {
  if (!(stream instanceof PDFStream)) return undefined;
  try {
    const bytes = unpack(stream, allowance.bytes);
    if (bytes === undefined) return undefined;
    allowance.bytes -= bytes.length;
    return allowance.bytes < 0 ? undefined : bytes;
  } catch {
    return undefined;
  }
}

function unpack(stream: PDFStream, limit: number): Uint8Array | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const isPlainFlate =
    soleFilter(filter) === 'FlateDecode' && !stream.dict.has(PDFName.of('DecodeParms'));
  const contents = stream.getContents();
  if (filter === undefined) return contents;
  if (isPlainFlate) return inflateSync(contents, { maxOutputLength: Math.max(1, limit) });
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : undefined;
}

function soleFilter(filter: unknown): string | undefined {
  if (filter instanceof PDFName) return filter.decodeText();
  if (filter instanceof PDFArray && filter.size() === 1) return soleFilter(filter.lookup(0));
  return undefined;
}
