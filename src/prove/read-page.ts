import type { PDFDict } from '@cantoo/pdf-lib';
import type { Box } from '../units/box.js';
import { fromPt } from '../units/length.js';
import type { Allowance } from './decode-stream.js';
import { gatherWords, type ReadWord } from './gather-words.js';
import { inherited } from './inherited.js';
import { itemsOf, numberOf, numbersOf } from './pdf-values.js';
import { type ReadContent, readContent } from './read-content.js';
import type { FontShelf } from './read-font.js';

/** A page as it stands in a file. Lengths in mm. */
export interface ReadPage {
  /** Sizes and places of the boxes, mm from the top left of the media box; absent where the page has none. */
  readonly media: Box;
  readonly trim: Box;
  readonly bleed: Box | undefined;
  readonly hasTrim: boolean;
  /** Quarter turns in degrees. */
  readonly turned: number;
  readonly annotations: number;
  /** In painting order, mm from the trim's top left. */
  readonly words: readonly ReadWord[];
  readonly content: ReadContent;
}

/** A4, where a page says nothing of its size; the boxes are then a finding. */
const NO_BOX = [0, 0, 595, 842] as const;

/** Reads a page: boxes, words with place and ink, fonts, colour spaces. Never throws. */
export function readPage(page: PDFDict, allowance: Allowance, shelf: FontShelf): ReadPage {
  const paper = numbersOf(inherited(page, 'MediaBox'), 4) ?? NO_BOX;
  const toBox = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Box => ({
    x: fromPt(Math.min(a, c) - Math.min(paper[0] ?? 0, paper[2] ?? 0)),
    y: fromPt(Math.max(paper[1] ?? 0, paper[3] ?? 0) - Math.max(b, d)),
    width: fromPt(Math.abs(c - a)),
    height: fromPt(Math.abs(d - b)),
  });
  const cut = numbersOf(inherited(page, 'TrimBox'), 4);
  const bled = numbersOf(inherited(page, 'BleedBox'), 4);
  const content = readContent(page, allowance, shelf);
  const [a = 0, b = 0, c = 0, d = 0] = cut ?? paper;
  return {
    media: toBox(paper),
    trim: toBox(cut ?? paper),
    bleed: bled === undefined ? undefined : toBox(bled),
    hasTrim: cut !== undefined,
    turned: numberOf(inherited(page, 'Rotate')) ?? 0,
    annotations: itemsOf(inherited(page, 'Annots')).length,
    words: gatherWords(content.pieces, { left: Math.min(a, c), top: Math.max(b, d) }),
    content,
  };
}
