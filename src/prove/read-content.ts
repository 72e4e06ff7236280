import type { PDFDict } from '@cantoo/pdf-lib';
import { ContentReader } from './content-reader.js';
import type { Allowance } from './decode-stream.js';
import { inherited } from './inherited.js';
import { pageContent } from './page-content.js';
import type { FontShelf, ReadFont } from './read-font.js';
import type { Piece } from './text-pieces.js';

/** All that a page's content shows and uses. */
export interface ReadContent {
  readonly pieces: readonly Piece[];
  /** Colour spaces that paint anything, each once, in order. */
  readonly spaces: ReadonlySet<string>;
  readonly fonts: ReadonlyMap<string, ReadFont>;
  /** False where a part could not be read, or the limits were met. */
  readonly isWhole: boolean;
}

/** Reads a page's content: text in painting order with place, ink and glyphs. Never throws. */
export function readContent(page: PDFDict, allowance: Allowance, shelf: FontShelf): ReadContent {
  const reader = new ContentReader(allowance, shelf);
  const { bytes, isWhole } = pageContent(page, allowance);
  if (!isWhole) reader.isWhole = false;
  reader.run(bytes, inherited(page, 'Resources'), 0);
  return reader;
}
