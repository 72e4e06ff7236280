import { type BrokenLine, fittingWidth, measured } from './break-lines.js';
import { withoutSteering } from './characters.js';
import { hasHyphen, type LineRange, lineRange } from './line-slice.js';
import type { PreparedParagraph, Segment } from './prepared-paragraph.js';
import type { ShapedText } from './shape-text.js';

/** What is fair for a paragraph's last line: a heading's counts like any other, a text's may be short. */
export type LastLine = 'even' | 'free';

/** More places to break than this, and the first that fits is taken: a text so long is no leaflet's. Our choice. */
const MOST_PLACES = 600;

/** A last line of one word of fewer letters looks like a mistake. Our choice, after printer's habit. */
const SHORT_WORD = 5;

/**
 * What costs beside white space at a line's end, where a line that is half empty costs 0.25. Our choice: a lone short
 * word is worth any rag, a hyphen about a third of a line.
 */
const LONE_WORD = 4;
/** A last line that is nearly empty costs as much as one that is empty by seven tenths. Our choice. */
const NEARLY_EMPTY = 0.7;
const HYPHEN = 0.1;

/** The cheapest way to a place to break, in so many lines. */
interface Way {
  readonly cost: number;
  readonly range: LineRange | undefined;
  readonly before: Way | undefined;
}

/**
 * The lines of a segment whose ends are as even as they can be, in no more lines than `most`, chosen over the whole
 * paragraph (after Knuth and Plass, Breaking Paragraphs into Lines, 1981, for ragged text: white space at the ends,
 * not between words). Undefined where no way fits: then the first-fit lines stand.
 */
export function totalFit(
  prepared: PreparedParagraph,
  segment: Segment,
  at: { readonly measure: number; readonly most: number; readonly last: LastLine },
  store: Map<string, ShapedText>,
): BrokenLine[] | undefined {
  const places = [segment.start, ...segment.usual.filter((it) => it > segment.start)];
  if (places.length > MOST_PLACES) return undefined;
  // ways[place][lines]: the best so far.
  const ways: (Way | undefined)[][] = places.map(() => []);
  ways[0] = [{ cost: 0, range: undefined, before: undefined }];
  for (let from = 0; from < places.length - 1; from += 1) {
    if (!ways[from]?.some((it) => it !== undefined)) continue;
    for (let to = from + 1; to < places.length; to += 1) {
      const range = lineRange(prepared, segment, places[from] ?? 0, places[to] ?? 0);
      const width = fittingWidth(prepared, range, at.measure, store);
      if (width === undefined) break;
      const ends = { isFirst: from === 0, isLast: to === places.length - 1 };
      const cost = costOf(prepared, range, (at.measure - width) / at.measure, at.last, ends);
      extend(ways, from, to, range, cost, at.most);
    }
  }
  return rangesOf(ways.at(-1) ?? [])?.map((range) => measured({ prepared, store }, range));
}

function extend(
  ways: (Way | undefined)[][],
  from: number,
  to: number,
  range: LineRange,
  cost: number,
  most: number,
): void {
  const there = ways[to] ?? [];
  for (const [lines, before] of (ways[from] ?? []).entries()) {
    if (before === undefined || lines >= most) continue;
    const total = before.cost + cost;
    const known = there[lines + 1];
    if (known === undefined || total < known.cost)
      there[lines + 1] = { cost: total, range, before };
  }
}

function costOf(
  prepared: PreparedParagraph,
  range: LineRange,
  empty: number,
  last: LastLine,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): number {
  const words = withoutSteering(prepared.text.slice(range.start, range.end)).trim();
  const isLone = isLast && !isFirst && words.length < SHORT_WORD && !/\s/.test(words);
  const hyphen = !isLast && hasHyphen(prepared, range);
  const isFree = isLast && !isFirst && last === 'free';
  const counted = isFree ? (empty > NEARLY_EMPTY ? NEARLY_EMPTY : 0) : empty;
  const white = counted * counted;
  return white + (isLone ? LONE_WORD : 0) + (hyphen ? HYPHEN : 0);
}

/** The fewest lines win; among ways of as many lines, the cheapest. */
function rangesOf(ends: readonly (Way | undefined)[]): LineRange[] | undefined {
  const ranges: LineRange[] = [];
  for (let way = ends.find((it) => it !== undefined); way?.range; way = way.before)
    ranges.unshift(way.range);
  return ranges.length > 0 ? ranges : undefined;
}
