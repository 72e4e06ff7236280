import { SOFT_HYPHEN, WHITE_SPACE } from './characters.js';
import { shapeSlice } from './itemise.js';
import type { Item, PreparedParagraph, Segment } from './prepared-paragraph.js';
import { type ShapedText, shapeText } from './shape-text.js';

/** Part of an item that stands on one line. */
export interface Slice {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
  readonly shaped: ShapedText;
  /** A hyphen that is drawn because the line ends at a soft one. */
  readonly hyphen?: true | undefined;
}

/** What is cut out of a paragraph for one line: no white space at its end. */
export interface LineRange {
  readonly segment: Segment;
  readonly start: number;
  /** End of what is drawn. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** A segment from one place to another as a line, white space at the end left out. */
export function lineRange(
  prepared: PreparedParagraph,
  segment: Segment,
  start: number,
  next: number,
): LineRange {
  let end = next;
  while (end > start && WHITE_SPACE.test(prepared.text[end - 1] ?? '')) end -= 1;
  return { segment, start, end, next };
}

/** Whether a line ends within a word, where a hyphen is drawn: at a soft one of the copy, or where its language parts it. */
export const hasHyphen = (
  { text, hyphens }: PreparedParagraph,
  { segment, end, next }: LineRange,
): boolean =>
  end === next && next < segment.end && (text[end - 1] === SOFT_HYPHEN || hyphens.has(end));

/** The line's pieces in logical order, shaped as they stand on it. */
export function lineSlices(
  prepared: PreparedParagraph,
  range: LineRange,
  store: Map<string, ShapedText>,
): Slice[] {
  const slices: Slice[] = [];
  for (const item of range.segment.items) {
    if (item.end <= range.start || item.start >= range.end) continue;
    slices.push(sliceOf(prepared, item, range, store));
  }
  const last = slices.at(-1);
  if (last !== undefined && hasHyphen(prepared, range))
    slices.push(hyphenAfter(prepared, last, store));
  return slices;
}

function sliceOf(
  prepared: PreparedParagraph,
  item: Item,
  range: LineRange,
  store: Map<string, ShapedText>,
): Slice {
  const start = Math.max(item.start, range.start);
  const end = Math.min(item.end, range.end);
  if (start === item.start && end === item.end) return { item, start, end, shaped: item.shaped };
  const shaped = shapeSlice({ ...prepared, store }, item, start, end, range.start, range.end);
  return { item, start, end, shaped };
}

/** A hyphen in the face, size and direction of the word that it parts. */
function hyphenAfter(
  { paragraph }: PreparedParagraph,
  { item, end }: Slice,
  store: Map<string, ShapedText>,
): Slice {
  const shaped = shapeText(
    {
      face: item.face.face,
      text: '-',
      before: '',
      after: '',
      direction: item.level % 2 === 1 ? 'rtl' : 'ltr',
      script: item.script,
      lang: paragraph.lang,
      tabular: false,
    },
    store,
  );
  return { item, start: end, end, shaped, hyphen: true };
}

/** Width of a line's pieces, mm. */
export function widthOf(slices: readonly Slice[]): number {
  let width = 0;
  for (const { item, shaped } of slices) width += shaped.advance * item.unit;
  return width;
}
