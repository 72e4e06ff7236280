import { createHash } from 'node:crypto';
import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Box } from '../units/box.js';
import { glyphShape } from './glyph-shape.js';
import { around, boundsOf, InkCanvas, type PixelBox, type PlacedShape } from './ink-canvas.js';
import { FAINTEST, type MeasuredInk, measureInk } from './measure-ink.js';
import type { OwedItem, OwedLine, OwedRun, OwedText } from './owed-form.js';
import type { ProvenBefore } from './proven-before.js';
import type { GreyPage } from './render-pages.js';

/** Where a side's trim starts on the rendered page, in mm. */
export interface InkView {
  readonly page: GreyPage;
  readonly trim: Box;
  /** A draft's watermark lies over the words: more ink than theirs is then no fault. */
  readonly isDrawnOver: boolean;
  /** What earlier runs proved; absent where nothing is remembered. */
  readonly before?: ProvenBefore | undefined;
}

/**
 * How far the ink of a word may be from what its outlines promise, as shares of that. Measured on the
 * demonstration's panels in English and Urdu, 7 to 26 pt, on paper and on brand colours: 0.99 to 1.01,
 * once 1.05, where a Nastaliq glyph's outlines run against each other.
 */
const LEAST = 0.93;
const MOST = 1.07;
/**
 * How much of a word's ink may lie elsewhere than its outlines say, as a share of it. Measured: 0.002
 * to 0.03, and up to 0.41 for type of 50 pixels (12 pt) and less, whose letters PDFium puts on whole pixels.
 */
const MOST_ASTRAY = 0.06;
const MOST_ASTRAY_SMALL = 0.5;
const SMALL_PIXELS = 50.5;
/**
 * PDFium also draws a stem up to a quarter of a pixel too wide or too narrow: for a word of few thin
 * letters in small type that is much, in large type nothing. Measured: "I" of 50 pixels 1.11, "If" of 54 1.10.
 */
const STEM_SLACK = 0.25;
/**
 * A word of marks alone, such as a dash: its flat stem of two to four pixels is put on whole ones. Measured: a dash of
 * 12 to 14 pt 1.11 to 1.19.
 */
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;
const MARK_SLACK = 0.3;
/** Under this share of its ink, a word is not there. */
const NOTHING = 0.05;

const FIX =
  'do not print this file; see that the font is whole and that nothing lies over the word, and build again';

/** Every word's ink, measured on the pixels against the outlines of its glyphs. `x` is the panel's left edge. */
export function checkInk(
  items: readonly OwedItem[],
  x: number,
  view: InkView,
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const shown = items.filter((item) => item.kind === 'text');
  const words = shown.flatMap((item) =>
    item.text.lines.flatMap((it) => inkWords(it, item, x, view)),
  );
  const ground = widened(
    words.reduce<PixelBox | undefined>(
      (box, word) => (word.box === undefined ? box : around(box, word.box)),
      undefined,
    ) ?? NOWHERE,
  );
  const { before, page, trim, isDrawnOver } = view;
  const where = JSON.stringify([x, trim, page.scaleX, page.scaleY, isDrawnOver]);
  const of = before?.lasts ? [items, where, pixelHash(page, ground)] : [];
  if (before?.isClean('ink', of)) return [];
  const findings = inkFaults(words, ground, view, at, context);
  before?.note('ink', of, findings);
  return findings;
}

function inkFaults(
  words: readonly InkWord[],
  ground: PixelBox,
  view: InkView,
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const canvas = new InkCanvas(ground);
  for (const { parts } of words) for (const part of parts) canvas.add(part);
  return words.flatMap((word) => {
    if (word.box === undefined) return [];
    const measured = measureInk(canvas, view.page, widened(word.box));
    const problem = problemOf(word, measured, view);
    if (problem === undefined) return [];
    return [finding(problem.code, at, problem.text, FIX, { ...context, sentence: word.sentence })];
  });
}

/** The hash of the pixels that a measuring looks at, and of where they lie. */
function pixelHash(page: GreyPage, { left, top, right, bottom }: PixelBox): string {
  const [from, to] = [Math.max(0, left), Math.min(page.width, right + 1)];
  const hash = createHash('sha256').update(
    `${left} ${top} ${right} ${bottom} ${page.width} ${page.height}`,
  );
  for (let row = Math.max(0, top); row <= Math.min(page.height - 1, bottom); row += 1)
    hash.update(page.data.subarray(row * page.width + from, row * page.width + to));
  return hash.digest('hex');
}

const NOWHERE: PixelBox = { left: 0, top: 0, right: 0, bottom: 0 };

/** A pixel more on each side: soft edges. */
const widened = ({ left, top, right, bottom }: PixelBox): PixelBox => ({
  left: left - 1,
  top: top - 1,
  right: right + 1,
  bottom: bottom + 1,
});

interface InkWord {
  readonly text: string;
  readonly sentence: string;
  /** Of its line's smallest type, in pixels. */
  readonly size: number;
  readonly parts: readonly PlacedShape[];
  /** What its glyphs touch; undefined where they hold no ink. */
  readonly box: PixelBox | undefined;
}

function inkWords(line: OwedLine, item: OwedText, x: number, view: InkView): InkWord[] {
  const parts = line.words.map((): PlacedShape[] => []);
  for (const run of line.runs) placeRun(run, line, item, x, view, parts);
  const sentence = line.words.map(({ text }) => text).join(' ');
  const sizes = line.runs.map((run) => run.size * view.page.scaleY);
  const size = sizes.reduce((least, it) => Math.min(least, it), sizes[0] ?? 0);
  return line.words.map(({ text }, at) => {
    const own = parts[at] ?? [];
    const boxes = own.map(boundsOf).filter((it) => it !== undefined);
    const box = boxes.reduce<PixelBox | undefined>((all, it) => around(all, it), undefined);
    return { text, sentence, size, parts: own, box };
  });
}

function placeRun(
  run: OwedRun,
  line: OwedLine,
  item: OwedText,
  left: number,
  { page, trim }: InkView,
  parts: readonly PlacedShape[][],
): void {
  const unit = run.size / run.face.unitsPerEm;
  let pen = trim.x + left + item.x + line.x + run.x;
  const baseline = trim.y + item.y + line.baseline;
  for (const glyph of run.glyphs) {
    const shape = glyphShape(run.face, glyph.id);
    const x = (pen + glyph.dx) * page.scaleX;
    const y = (baseline - glyph.dy) * page.scaleY;
    const placed = { shape, x, y, scaleX: unit * page.scaleX, scaleY: unit * page.scaleY };
    if (glyph.word >= 0) parts[glyph.word]?.push(placed);
    pen += glyph.advance;
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function problemOf(
  { text, size, parts, box }: InkWord,
  { amount, astray, contrast, owed }: MeasuredInk,
  { isDrawnOver }: InkView,
): { readonly code: 'prove/no-ink' | 'prove/ink'; readonly text: string } | undefined {
  if (contrast < FAINTEST || amount < NOTHING)
    return { code: 'prove/no-ink', text: `no ink where ${quoted(text)} should stand` };
  const height = box ? box.bottom - box.top : 0;
  const isMark = !LETTER_OR_FIGURE.test(text);
  const slack = isMark ? MARK_SLACK : (STEM_SLACK * parts.length * height) / owed;
  const [least, most] = [LEAST - slack, MOST + slack];
  if (amount < least || (amount > most && !isDrawnOver))
    return {
      code: 'prove/ink',
      text: `${quoted(text)} has ${percent(amount)} of the ink of its letters; ${percent(least)} to ${percent(most)} is as it should be`,
    };
  const allowed = isMark || size < SMALL_PIXELS ? MOST_ASTRAY_SMALL : MOST_ASTRAY;
  if (astray > allowed && !isDrawnOver)
    return {
      code: 'prove/ink',
      text: `${percent(astray)} of the ink of ${quoted(text)} lies elsewhere than its letters; at most ${percent(allowed)} may`,
    };
  return undefined;
}
