import { ParseSpeeds, type PDFContext, PDFParser } from '@cantoo/pdf-lib';
import { inSilence } from './in-silence.js';

/** A file's objects, as they are written; locked ones stay locked. Throws for bytes that hold none. */
export const parseObjects = (bytes: Uint8Array): Promise<PDFContext> =>
  inSilence(() => PDFParser.forBytesWithOptions(bytes, ParseSpeeds.Fastest).parseDocument());
