import type { BrokenLine } from './break-lines.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import { setLine } from './set-line.js';
import type { SetParagraph } from './set-paragraph.js';
import type { ShapedText } from './shape-text.js';

/** Size of some lines, mm. */
export function sizeOf(
  { paragraph }: PreparedParagraph,
  lines: readonly BrokenLine[],
): { width: number; height: number } {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.width);
  return { width, height: lines.length * paragraph.lineHeight };
}

/** Where a line of that width begins, mm from the paragraph's left edge; a line too wide sticks out at its end. */
export function lineX({ align, direction }: PreparedParagraph['paragraph'], spare: number): number {
  if (align === 'center') return spare / 2;
  return (align === 'start') === (direction === 'ltr') ? 0 : spare;
}

/** Half of what the line height leaves stands above the face's ascender, half below its descender; mm from the top. */
export const firstBaseline = (lineHeight: number, ascent: number, descent: number): number =>
  (lineHeight - (ascent + descent)) / 2 + ascent;

/** A paragraph's lines with their glyphs, one under another. */
export function setPrepared(
  prepared: PreparedParagraph,
  measure: number,
  lines: readonly BrokenLine[],
  store: Map<string, ShapedText>,
): SetParagraph {
  const { paragraph, ascent, descent, lettersBefore } = prepared;
  const { width, height } = sizeOf(prepared, lines);
  const across = Number.isFinite(measure) ? measure : width;
  const first = firstBaseline(paragraph.lineHeight, ascent, descent);
  let longestLine = 0;
  for (const { start, end } of lines)
    longestLine = Math.max(longestLine, (lettersBefore[end] ?? 0) - (lettersBefore[start] ?? 0));
  return {
    paragraph,
    measure,
    width,
    height,
    longestLine,
    lines: lines.map((line, index) =>
      setLine(
        prepared,
        line,
        {
          x: lineX(paragraph, across - line.width),
          baseline: first + index * paragraph.lineHeight,
        },
        store,
      ),
    ),
  };
}
