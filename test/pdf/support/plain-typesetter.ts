import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';
import type { InlineRun, Paragraph, TextStyle } from '../../../src/compose/blocks.js';
import { loadShaper } from '../../../src/typeset/load-shaper.js';
import type { LoadedFace } from '../../../src/typeset/loaded-face.js';
import { readFace } from '../../../src/typeset/read-face.js';
import type { Glyph, GlyphRun, SetLine, SetWord } from '../../../src/typeset/set-paragraph.js';
import type { Typesetter } from '../../../src/typeset/typesetter.js';

await loadShaper();

/** A face from a font file of an installed package or of this machine. */
export function openFace(file: string, weight = 400): LoadedFace {
  const path = file.startsWith('/') ? file : createRequire(import.meta.url).resolve(file);
  const request = { file, weight, at: { file: 'brand.json' } };
  const { value, findings } = readFace(readFileSync(path), request, () => {
    throw new Error('these faces have no axes');
  });
  if (value === undefined) throw new Error(findings[0]?.problem);
  return value;
}

/**
 * A typesetter without line breaks, bidi or fallback: a line for each line of the copy, in one face
 * and one direction. It keeps the press's tests apart from the engine that breaks and reorders.
 */
export function plainTypesetter(faceOf: (style: TextStyle) => LoadedFace): Typesetter {
  const set = (paragraph: Paragraph, measure: number) => {
    const lines = splitLines(paragraph.runs).map((runs, at) =>
      setLine(paragraph, runs, at, faceOf),
    );
    const width = Math.max(0, ...lines.map((line) => line.width));
    const height = lines.length * paragraph.lineHeight;
    return { paragraph, measure, width, height, lines, longestLine: 0 };
  };
  const measure = (paragraph: Paragraph, width: number) => set(paragraph, width);
  return { set, measure, check: () => [], plain: () => undefined };
}

function splitLines(runs: readonly InlineRun[]): InlineRun[][] {
  const lines: InlineRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

function setLine(
  { direction, lineHeight }: Paragraph,
  runs: readonly InlineRun[],
  at: number,
  faceOf: (style: TextStyle) => LoadedFace,
): SetLine {
  const words: SetWord[] = [];
  const set: GlyphRun[] = [];
  for (const run of direction === 'rtl' ? [...runs].reverse() : runs) {
    const x = set.reduce((sum, it) => sum + it.width, 0);
    set.push(shapeRun(run, faceOf(run.style), direction, x, words));
  }
  const width = set.reduce((sum, it) => sum + it.width, 0);
  return {
    x: 0,
    baseline: (at + 0.75) * lineHeight,
    width,
    ascent: 0,
    descent: 0,
    runs: set,
    words,
  };
}

function shapeRun(
  { text, style, origin }: InlineRun,
  face: LoadedFace,
  direction: 'ltr' | 'rtl',
  x: number,
  words: SetWord[],
): GlyphRun {
  const mm = style.size / face.unitsPerEm;
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(face.font, buffer);
  const shaped = buffer.getGlyphInfosAndPositions();
  const wordAt = wordIndices(text, words, origin);
  const starts = [...new Set(shaped.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const seen = new Set<number>();
  const glyphs = shaped.map((it): Glyph => {
    const end = starts.find((start) => start > it.cluster) ?? text.length;
    const isFirst = !seen.has(it.cluster);
    seen.add(it.cluster);
    return {
      id: it.codepoint,
      advance: (it.xAdvance ?? 0) * mm,
      dx: (it.xOffset ?? 0) * mm,
      dy: (it.yOffset ?? 0) * mm,
      text: isFirst ? text.slice(it.cluster, end) : '',
      word: wordAt[it.cluster] ?? -1,
    };
  });
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  return { face, size: style.size, ink: style.ink, x, width, direction, glyphs };
}

/** For each character of a run the index of its word, -1 for white space; adds the run's words to the line's. */
function wordIndices(text: string, words: SetWord[], origin: InlineRun['origin']): number[] {
  let isInWord = false;
  return [...Array(text.length).keys()].map((at) => {
    const character = text.charAt(at);
    if (character === ' ') {
      isInWord = false;
      return -1;
    }
    if (!isInWord) words.push({ text: '', x: 0, width: 0, parts: [] });
    isInWord = true;
    const last = words.length - 1;
    const word = words[last];
    if (word !== undefined) {
      const whole = word.text + character;
      words[last] = { ...word, text: whole, parts: [{ text: whole, origin }] };
    }
    return last;
  });
}
