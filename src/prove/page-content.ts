import { type PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { type Allowance, decodeStream } from './decode-stream.js';
import { entryOf, itemsOf } from './pdf-values.js';

/** A page's own content; not whole where one of its streams could not be read. */
export interface PageContent {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Streams of one page are one text, with white space between (ISO 32000-1, 7.8.2). */
export function pageContent(page: PDFDict, allowance: Allowance): PageContent {
  const contents = entryOf(page, 'Contents');
  const streams = contents instanceof PDFStream ? [contents] : itemsOf(contents);
  const parts = streams.map((stream) => decodeStream(stream, allowance));
  const whole = parts.filter((part) => part !== undefined);
  const bytes = new Uint8Array(whole.reduce((sum, part) => sum + part.length + 1, 0)).fill(32);
  let at = 0;
  for (const part of whole) {
    bytes.set(part, at);
    at += part.length + 1;
  }
  return { bytes, isWhole: whole.length === parts.length };
}
