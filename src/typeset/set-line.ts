import type { BrokenLine } from './break-lines.js';
import { withoutSteering } from './characters.js';
import { lineSlices, type Slice } from './line-slice.js';
import { lineWords } from './line-words.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import type { Glyph, GlyphRun, SetLine, SetWord } from './set-paragraph.js';
import type { ShapedText } from './shape-text.js';
import { visualOrder } from './visual-order.js';
import { wordParts } from './word-parts.js';

/** Glyphs of a line from left to right, with the ends of each word and the height of the ink. */
interface Placing {
  readonly prepared: PreparedParagraph;
  readonly wordAt: (index: number) => number;
  readonly wordEnds: { left: number; right: number }[];
  ascent: number;
  descent: number;
}

/** Places a line's glyphs; `x` and `baseline` in the paragraph, mm. */
export function setLine(
  prepared: PreparedParagraph,
  line: BrokenLine,
  at: { readonly x: number; readonly baseline: number },
  store: Map<string, ShapedText>,
): SetLine {
  const { words, wordAt } = lineWords(prepared, line);
  const wordEnds = words.map(() => ({ left: Infinity, right: -Infinity }));
  const placing: Placing = { prepared, wordAt, wordEnds, ascent: 0, descent: 0 };
  const slices = lineSlices(prepared, line, store).map((it) => ({ ...it, level: it.item.level }));
  const runs: GlyphRun[] = [];
  let x = 0;
  for (const slice of visualOrder(slices)) {
    const run = glyphRun(placing, slice, x);
    if (run.glyphs.length > 0) runs.push(run);
    x += run.width;
  }
  return {
    ...at,
    width: x,
    ascent: placing.ascent,
    descent: placing.descent,
    runs,
    words: words.map((word, index): SetWord => {
      const ends = wordEnds[index];
      const seen = ends !== undefined && ends.left <= ends.right;
      return {
        text: word.text,
        x: seen ? ends.left : 0,
        width: seen ? ends.right - ends.left : 0,
        parts: wordParts(prepared, word),
      };
    }),
  };
}

function glyphRun(placing: Placing, slice: Slice, x: number): GlyphRun {
  const { item, shaped } = slice;
  const { face } = item.face;
  const texts = clusterTexts(placing.prepared.text, slice);
  const glyphs: Glyph[] = [];
  let pen = x;
  for (const it of shaped.glyphs) {
    const advance = it.advance * item.unit;
    const dy = it.dy * item.unit;
    const word = placing.wordAt(slice.hyphen ? slice.start - 1 : slice.start + it.cluster);
    const text = texts.get(it.cluster) ?? '';
    texts.set(it.cluster, '');
    glyphs.push({ id: it.id, advance, dx: it.dx * item.unit, dy, text, word });
    const { top, bottom } = face.inkExtentOf(it.id);
    placing.ascent = Math.max(placing.ascent, top * item.unit + dy);
    placing.descent = Math.max(placing.descent, -(bottom * item.unit + dy));
    const ends = placing.wordEnds[word];
    if (ends !== undefined) {
      ends.left = Math.min(ends.left, pen);
      ends.right = Math.max(ends.right, pen + advance);
    }
    pen += advance;
  }
  const size = item.unit * face.unitsPerEm;
  const direction = item.level % 2 === 1 ? 'rtl' : 'ltr';
  return { face, size, ink: item.style.ink, x, width: pen - x, direction, glyphs };
}

/** The characters of each cluster, by where the cluster begins in the slice. */
function clusterTexts(text: string, slice: Slice): Map<number, string> {
  // A drawn hyphen is taken out of a PDF again as what it stands for (ISO 32000-1, 14.8.2.2.3).
  if (slice.hyphen) return new Map([[0, '\u00ad']]);
  const starts = [...new Set(slice.shaped.glyphs.map(({ cluster }) => cluster))];
  starts.sort((a, b) => a - b);
  return new Map(
    starts.map((start, index) => {
      const from = index === 0 ? slice.start : slice.start + start;
      const next = starts[index + 1];
      const to = next === undefined ? slice.end : slice.start + next;
      return [start, withoutSteering(text.slice(from, to))];
    }),
  );
}
