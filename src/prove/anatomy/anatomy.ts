import type { PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { ReadDrawn } from './drawn.js';
import type { Note } from './read-notes.js';
import type { Xmp } from './read-xmp.js';
import type { Structure } from './structure.js';

/** All of a finished file that rules ask for, read from its bytes alone. */
export interface Anatomy {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly catalog: PDFObject | undefined;
  readonly info: PDFObject | undefined;
  readonly pages: readonly PDFDict[];
  readonly xmp: Xmp | undefined;
  /** The metadata stream's object. */
  readonly metadata: PDFObject | undefined;
  readonly structure: Structure | undefined;
  readonly content: ReadDrawn;
  /** Notes, links and fields that lie over pages. */
  readonly notes: readonly Note[];
  /** Every dictionary of the file once, those of streams too. */
  readonly dictionaries: readonly PDFDict[];
  /** What unpacked streams and programs are read with. */
  unpack(stream: PDFObject | undefined): Uint8Array | undefined;
}
