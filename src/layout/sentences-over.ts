import type { InlineRun, Paragraph } from '../compose/blocks.js';
import type { Place } from '../diagnostics/finding.js';
import { withoutSteering } from '../typeset/characters.js';
import type { Box } from '../units/box.js';
import type { TextItem } from './laid-out.js';
import { wordsOf } from './sentence.js';

/** A sentence that stands outside the room for copy, wholly or in part. */
interface SentenceOver {
  readonly sentence: string;
  /** Its line of the deck. */
  readonly place: Place;
  /** How far its outermost line sticks out, mm. */
  readonly mm: number;
  /** Out at the top, as in a column that is centred; else at the foot. */
  readonly isAbove: boolean;
  /** Its letters and spaces on lines that stick out. */
  readonly characters: number;
}

/** A line by the letters that stand on it, counted through its paragraph without white space. */
interface LetterLine {
  readonly start: number;
  readonly end: number;
  readonly mm: number;
  readonly isAbove: boolean;
}

/** The sentences of a paragraph of which a line sticks out of the room for copy by more than `tolerance` mm. */
export function sentencesOver(item: TextItem, live: Box, tolerance: number): SentenceOver[] {
  const { paragraph } = item.text;
  const lines = letterLines(item, live).filter((line) => line.mm > tolerance);
  let start = 0;
  return sentencesOf(paragraph).flatMap(({ text, at }) => {
    const letters = [...bare(text)].length;
    const [from, end] = [start, start + letters];
    start = end;
    const out = lines.filter((line) => line.start < end && line.end > from);
    const worst = out.reduce<LetterLine | undefined>(
      (most, line) => (most === undefined || line.mm > most.mm ? line : most),
      undefined,
    );
    if (worst === undefined) return [];
    const over = out.reduce(
      (sum, line) => sum + Math.min(line.end, end) - Math.max(line.start, from),
      0,
    );
    const sentence = text.trim();
    // Spaces count for whoever cuts words: as many of them as the sentence has on the whole.
    const characters = Math.round((over / letters) * [...sentence].length);
    return [
      { sentence, place: placeAt(paragraph, at), mm: worst.mm, isAbove: worst.isAbove, characters },
    ];
  });
}

function letterLines({ y, text }: TextItem, live: Box): readonly LetterLine[] {
  const { lineHeight } = text.paragraph;
  let start = 0;
  return text.lines.map((line, index) => {
    const letters = line.words.reduce((sum, word) => sum + [...bare(word.text)].length, 0);
    const from = start;
    start += letters;
    const below = y + (index + 1) * lineHeight - (live.y + live.height);
    const above = live.y - (y + index * lineHeight);
    return { start: from, end: start, mm: Math.max(below, above), isAbove: above > below };
  });
}

/** Letters alone, as the words of a line hold them. */
const bare = (text: string): string => withoutSteering(text).replace(/\s+/gu, '');

function sentencesOf(
  paragraph: Paragraph,
): readonly { readonly text: string; readonly at: number }[] {
  const segments = new Intl.Segmenter(paragraph.lang, { granularity: 'sentence' }).segment(
    wordsOf(paragraph),
  );
  return [...segments]
    .filter(({ segment }) => bare(segment) !== '')
    .map(({ segment, index }) => ({ text: segment, at: index }));
}

/** Where a sentence stands in the deck: of one that begins with a number from the register, the words after it. */
function placeAt({ runs, place }: Paragraph, at: number): Place {
  let start = 0;
  let found: { run: InlineRun; within: number } | undefined;
  for (const run of runs) {
    const end = start + run.text.length;
    const isCopy = run.origin.kind === 'unit' && run.text.trim() !== '';
    if (end > at && (isCopy || found === undefined)) {
      found = { run, within: Math.max(0, at - start) };
      if (isCopy) break;
    }
    start = end;
  }
  if (found === undefined) return place;
  const { run, within } = found;
  const below = run.text.slice(0, within).split('\n').length - 1;
  if (run.place.line === undefined || below === 0) return run.place;
  return { ...run.place, line: run.place.line + below };
}
