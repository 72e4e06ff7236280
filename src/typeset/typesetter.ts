import type { Paragraph } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { PlainLook } from './plain-look.js';
import type { SetParagraph } from './set-paragraph.js';

/** Sets text in the fonts of one brand and one locale. */
export interface Typesetter {
  /** Size without drawing; `width` is what is available, mm. Used by layout as its measure function. */
  measure(paragraph: Paragraph, width: number): { width: number; height: number };
  /** Lines of that width. */
  set(paragraph: Paragraph, width: number): SetParagraph;
  /** What is wrong with a paragraph's text whatever its width: characters no font has, one finding a run. */
  check(paragraph: Paragraph): readonly Finding[];
  /** How short texts of a look are set by the thousand, given a paragraph in it; undefined where the look itself has a fault. */
  plain(paragraph: Paragraph): PlainLook | undefined;
}
