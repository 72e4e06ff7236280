import { type BrokenLine, breakLines, TOLERANCE } from './break-lines.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import type { ShapedText } from './shape-text.js';
import { type LastLine, totalFit } from './total-fit.js';

/** Headings of more lines than this are set like text. Our choice. */
const MOST_EVEN = 6;

/**
 * The lines that a paragraph is set in: as even as they can be over the whole paragraph, headings with their last
 * line too, text without a lone short word at its end. Never more lines than the first fit makes, so that no panel
 * gets longer by it; where nothing better fits, the first fit it is.
 */
export function chooseLines(
  prepared: PreparedParagraph,
  measure: number,
  store: Map<string, ShapedText>,
): BrokenLine[] {
  const lines = breakLines(prepared, measure, store);
  const last = lastLine(prepared, lines);
  // Where the copy's own breaks make every line, or a word sticks out, there is nothing to choose.
  if (last === undefined || lines.length <= prepared.segments.length) return lines;
  if (lines.some(({ width }) => width > measure + TOLERANCE)) return lines;
  return prepared.segments.flatMap((segment) => {
    const first = lines.filter((line) => line.segment === segment);
    if (first.length < 2) return first;
    const at = { measure, most: first.length, last };
    return totalFit(prepared, segment, at, store) ?? first;
  });
}

/** How a paragraph's last line is judged; nothing for what keeps its first-fit lines. */
function lastLine(
  { paragraph }: PreparedParagraph,
  lines: readonly BrokenLine[],
): LastLine | undefined {
  switch (paragraph.role) {
    case 'h1':
    case 'h2':
    case 'h3':
      return lines.length > MOST_EVEN ? 'free' : 'even';
    case 'p':
    case 'li':
      return 'free';
    default:
      return undefined;
  }
}
