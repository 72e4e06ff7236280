import type { LineRange } from './line-slice.js';
import { lineRange, lineSlices, widthOf } from './line-slice.js';
import type { PreparedParagraph, Segment } from './prepared-paragraph.js';
import type { ShapedText } from './shape-text.js';

/** A line before its glyphs are placed. */
export interface BrokenLine extends LineRange {
  /** mm. */
  readonly width: number;
}

/**
 * Layout's boxes count in 32-bit numbers and round to a thousandth: a line as wide as its own
 * measure must not be judged too wide. mm; too little to see.
 */
export const TOLERANCE = 0.005;

/** A sum of whole-text widths this near to the measure is checked on the line itself, in type sizes: more than any kern. */
const NEAR = 0.6;

interface Breaking {
  readonly prepared: PreparedParagraph;
  readonly store: Map<string, ShapedText>;
  readonly measure: number;
}

/** Greedy lines: each takes as many words as the measure holds. A word wider than the measure stands alone and sticks out. */
export function breakLines(
  prepared: PreparedParagraph,
  measure: number,
  store: Map<string, ShapedText>,
): BrokenLine[] {
  const breaking = { prepared, store, measure };
  return prepared.segments.flatMap((segment) => breakSegment(breaking, segment));
}

function breakSegment(breaking: Breaking, segment: Segment): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start = segment.start;
  let index = 0;
  const { usual } = segment;
  while (start < segment.end) {
    while (index < usual.length && (usual[index] ?? 0) <= start) index += 1;
    const fitting = lastFitting(breaking, segment, start, usual, index);
    const next = fitting ?? partOfAddress(breaking, segment, start, usual[index] ?? segment.end);
    lines.push(measured(breaking, lineRange(breaking.prepared, segment, start, next)));
    start = next;
  }
  if (lines.length === 0) lines.push({ segment, start, end: start, next: start, width: 0 });
  return lines;
}

/** The last of some places to which a line from `start` fits; nothing if it fits to none. */
function lastFitting(
  breaking: Breaking,
  segment: Segment,
  start: number,
  places: readonly number[],
  from: number,
): number | undefined {
  let fitting: number | undefined;
  for (let index = from; index < places.length; index += 1) {
    const place = places[index] ?? segment.end;
    if (!fits(breaking, segment, start, place)) break;
    fitting = place;
  }
  return fitting;
}

/** Where an address or name that is wider than the measure parts; its end if it has no joint. */
function partOfAddress(breaking: Breaking, segment: Segment, start: number, end: number): number {
  const joints = segment.lastResort.filter((at) => at > start && at < end);
  return lastFitting(breaking, segment, start, joints, 0) ?? joints[0] ?? end;
}

function fits(breaking: Breaking, segment: Segment, start: number, next: number): boolean {
  const { prepared, measure, store } = breaking;
  const range = lineRange(prepared, segment, start, next);
  return fittingWidth(prepared, range, measure, store) !== undefined;
}

/**
 * How wide a line is, mm, if it fits; nothing if it does not. Far from the measure the sum of the whole text's widths
 * is near enough, and costs no shaping.
 */
export function fittingWidth(
  prepared: PreparedParagraph,
  range: LineRange,
  measure: number,
  store: Map<string, ShapedText>,
): number | undefined {
  const { widthBefore } = prepared;
  const width = (widthBefore[range.end] ?? 0) - (widthBefore[range.start] ?? 0);
  const near = NEAR * prepared.runAt(range.start).style.size;
  if (width < measure - near) return width;
  if (width > measure + near) return undefined;
  const exact = measured({ prepared, store }, range).width;
  return exact <= measure + TOLERANCE ? exact : undefined;
}

/** A line as it is set. */
export const measured = (
  { prepared, store }: Pick<Breaking, 'prepared' | 'store'>,
  range: LineRange,
): BrokenLine => ({
  ...range,
  width: widthOf(lineSlices(prepared, range, store)),
});
