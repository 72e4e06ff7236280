import type { InlineRun, Paragraph } from '../compose/blocks.js';
import { assignFaces } from './assign-faces.js';
import { bidiLevels, type Isolate } from './bidi-levels.js';
import { breakOpportunities } from './break-opportunities.js';
import { FORCED_BREAK, letterStarts } from './characters.js';
import type { FaceChains } from './face-chain.js';
import { isKeptTogether } from './house-breaks.js';
import { hyphenPlaces } from './hyphen-places.js';
import { itemise, type Runs, type Whole } from './itemise.js';
import type { Item, PreparedParagraph, Segment } from './prepared-paragraph.js';
import type { ShapedText } from './shape-text.js';

/** Everything about a paragraph that does not depend on the width it is set to: faces, directions, glyphs, places to break. */
export function prepareParagraph(
  paragraph: Paragraph,
  chains: FaceChains,
  store: Map<string, ShapedText>,
): PreparedParagraph {
  const text = paragraph.runs.map((run) => run.text).join('');
  const runs = runsByIndex(paragraph.runs, text.length);
  const letters = letterStarts(text);
  const lettersBefore = countBefore(letters, text.length);
  const chainsByRun = paragraph.runs.map(({ style }) => ({
    own: chains.own(style),
    latin: chains.latin(style),
  }));
  const assigned = assignFaces(
    letters.slice(0, -1).map((start, index) => ({
      text: text.slice(start, letters[index + 1]),
      chains: chainsByRun[runs.number(start)] ?? fail(),
      isolate: runs.at(start).isolate ? runs.number(start) : -1,
    })),
  );
  const whole: Whole = { paragraph, text, runs, letters, assigned, store };
  const segments = forcedSegments(text).map(([start, end]) => segmentOf(whole, start, end));
  return {
    paragraph,
    text,
    runAt: runs.at,
    segments,
    hyphens: new Set(segments.flatMap(({ hyphens }) => hyphens)),
    widthBefore: widthsBefore(segments, text.length),
    lettersBefore,
    faults: faultsOf(whole),
    ...leading(segments),
  };
}

function fail(): never {
  throw new Error('a letter stands in no run');
}

function runsByIndex(runs: readonly InlineRun[], length: number): Runs {
  const numbers = new Uint32Array(length);
  let at = 0;
  runs.forEach((run, number) => {
    numbers.fill(number, at, at + run.text.length);
    at += run.text.length;
  });
  const number = (index: number) => numbers[index] ?? 0;
  return {
    number,
    at(index) {
      return runs[number(index)] ?? fail();
    },
  };
}

function countBefore(starts: readonly number[], length: number): Uint32Array {
  const before = new Uint32Array(length + 1);
  for (const start of starts) if (start < length) before[start + 1] = 1;
  for (let at = 1; at <= length; at += 1) before[at] = (before[at] ?? 0) + (before[at - 1] ?? 0);
  return before;
}

/** Start and end of the text between forced breaks; a break at the very end begins no line. */
function forcedSegments(text: string): [number, number][] {
  const segments: [number, number][] = [];
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(FORCED_BREAK)) {
    segments.push([start, index]);
    start = index + sign.length;
  }
  if (start < text.length) segments.push([start, text.length]);
  return segments;
}

function segmentOf(whole: Whole, start: number, end: number): Segment {
  const { paragraph, text } = whole;
  const part = text.slice(start, end);
  const isolates = isolatesOf(whole.runs, start, end);
  const levels = bidiLevels(part, paragraph.direction, isolates);
  const { usual: allowed, lastResort } = breakOpportunities(part, paragraph.lang, isolates);
  const parted = paragraph.hyphens ? hyphenPlaces(part, paragraph.lang, isolates) : [];
  const usual = [...allowed.filter((at) => !isKeptTogether(part, paragraph.lang, at)), ...parted];
  return {
    start,
    end,
    items: itemise(whole, start, end, levels),
    usual: atLetters(whole.letters, usual, start).sort((a, b) => a - b),
    hyphens: parted.map((at) => at + start),
    lastResort: atLetters(whole.letters, lastResort, start),
  };
}

/** Runs that are set as one piece, within a segment and from its start. */
function isolatesOf(runs: Runs, start: number, end: number): Isolate[] {
  const isolates: Isolate[] = [];
  for (let at = start; at < end; ) {
    let until = at + 1;
    while (until < end && runs.number(until) === runs.number(at)) until += 1;
    if (runs.at(at).isolate) isolates.push({ start: at - start, end: until - start });
    at = until;
  }
  return isolates;
}

/** Places to break as indices into the whole text, those inside a letter left out. */
function atLetters(letters: readonly number[], places: readonly number[], shift: number): number[] {
  const starts = new Set(letters);
  return places.map((at) => at + shift).filter((at) => starts.has(at));
}

function widthsBefore(segments: readonly Segment[], length: number): Float64Array {
  const widths = new Float64Array(length + 1);
  for (const { items } of segments)
    for (const { start, unit, shaped } of items)
      for (const { cluster, advance } of shaped.glyphs) {
        const after = start + cluster + 1;
        widths[after] = (widths[after] ?? 0) + advance * unit;
      }
  for (let at = 1; at <= length; at += 1) widths[at] = (widths[at] ?? 0) + (widths[at - 1] ?? 0);
  return widths;
}

function faultsOf({ text, letters, assigned }: Whole): PreparedParagraph['faults'] {
  return assigned.flatMap((how, index) => {
    const at = letters[index] ?? 0;
    if (!how.missing && how.unshaped === undefined) return [];
    return [{ at, letter: text.slice(at, letters[index + 1]), how }];
  });
}

/** Ascender and descender, mm, of the face and size that most of the text is set in. */
function leading(segments: readonly Segment[]): { ascent: number; descent: number } {
  const lengths = new Map<string, { length: number; item: Item }>();
  for (const item of segments.flatMap(({ items }) => items)) {
    const key = `${item.face.face.id} ${item.unit}`;
    const length = (lengths.get(key)?.length ?? 0) + item.end - item.start;
    lengths.set(key, { length, item });
  }
  let main: { length: number; item: Item } | undefined;
  for (const it of lengths.values()) if (main === undefined || it.length > main.length) main = it;
  if (main === undefined) return { ascent: 0, descent: 0 };
  const { face, unit } = main.item;
  return { ascent: face.face.ascender * unit, descent: -face.face.descender * unit };
}
