import type { Face } from '../typeset/face.js';
import type { GlyphRun, SetLine, SetParagraph } from '../typeset/set-paragraph.js';
import type { Ink } from '../units/ink.js';
import { toPt } from '../units/length.js';
import { type Content, isBlackAlone } from './content.js';
import { type FontUse, pdfWidth } from './font-use.js';
import { glyphHex } from './glyph-hex.js';
import { pdfNumber } from './pdf-number.js';
import { utf16Hex } from './pdf-syntax.js';

/** What a hyphen that setting put in is read back as: such a word goes on. */
const SOFT_HYPHEN = '\u00ad';

/** A glyph at its place, points from the stream's origin, y upwards. */
interface PlacedGlyph {
  readonly face: Face;
  readonly size: number;
  readonly ink: Ink;
  readonly direction: 'ltr' | 'rtl';
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Index into the line's words; -1 for a space. */
  readonly word: number;
}

/** A word's glyphs in visual order, and the spaces that follow it. */
interface PlacedWord {
  readonly glyphs: PlacedGlyph[];
  readonly spaces: PlacedGlyph[];
}

/**
 * Draws a set paragraph with its top left at `left`, `top` (points). Words stand in logical order in
 * the stream; a word that its glyphs alone do not spell carries its text as /ActualText.
 */
export function drawText(
  content: Content,
  fonts: FontUse,
  text: SetParagraph,
  left: number,
  top: number,
  tags?: TextTags,
): void {
  const pen = new Pen(content, fonts);
  content.put('BT');
  text.lines.forEach((line, lineAt) => {
    const words = placeWords(line, left + toPt(line.x), top - toPt(line.baseline));
    words.forEach((word, at) => {
      const tag = tags?.before(lineAt, at);
      if (tag !== undefined) pen.mark(tag);
      drawWord(pen, word, line.words[at]?.text ?? '');
      if (tags && at === words.length - 1 && lineAt < text.lines.length - 1) pen.space();
    });
  });
  pen.flush();
  if (tags) content.put(tags.end);
  content.put('ET');
}

/** Marked content round the words of a text: operators that begin it before a word, and that end the last. */
export interface TextTags {
  readonly before: (line: number, word: number) => string | undefined;
  readonly end: string;
}

function drawWord(pen: Pen, word: PlacedWord, text: string): void {
  const needsText = !isSpelt(pen.fonts, word.glyphs, text);
  if (needsText) pen.mark(`/Span <</ActualText <FEFF${utf16Hex(text)}>>> BDC`);
  for (const glyph of word.glyphs) pen.show(glyph);
  if (needsText) pen.mark('EMC');
  for (const space of word.spaces) pen.show(space);
}

/** Whether each glyph, read back on its own and from left to right, gives the word. */
function isSpelt(fonts: FontUse, glyphs: readonly PlacedGlyph[], word: string): boolean {
  let spelt = '';
  for (const { face, id, text, direction } of glyphs) {
    if (direction === 'rtl' || text === '' || fonts.textOf(face, id, text) !== text) return false;
    spelt += text;
  }
  return spelt === word;
}

/** The line's glyphs by word, in the order in which a reader reads the words. */
function placeWords(line: SetLine, left: number, baseline: number): readonly PlacedWord[] {
  const words: PlacedWord[] = line.words.map(() => ({ glyphs: [], spaces: [] }));
  const visual = line.runs.flatMap((run) => placeRun(run, left, baseline));
  visual.forEach((glyph, at) => {
    if (glyph.word >= 0) words[glyph.word]?.glyphs.push(glyph);
    else words[wordBefore(visual, at)]?.spaces.push(glyph);
  });
  return words;
}

/** The word that a space follows: to its left in text that runs to the right, else to its right; a line's first space goes with its first word. */
function wordBefore(visual: readonly PlacedGlyph[], space: number): number {
  const step = visual[space]?.direction === 'rtl' ? 1 : -1;
  for (let near = space + step; near >= 0 && near < visual.length; near += step) {
    const word = visual[near]?.word ?? -1;
    if (word >= 0) return word;
  }
  return 0;
}

function placeRun(run: GlyphRun, left: number, baseline: number): readonly PlacedGlyph[] {
  const { face, ink, direction } = run;
  const size = toPt(run.size);
  let x = left + toPt(run.x);
  return run.glyphs.map((glyph) => {
    const at = x;
    x += toPt(glyph.advance);
    const { id, text, word } = glyph;
    const placed = { face, size, ink, direction, id, text, word };
    return { ...placed, x: at + toPt(glyph.dx), y: baseline + toPt(glyph.dy) };
  });
}

/** Writes glyphs, as few operators as their places allow: kerning inside a TJ, a new Tm for a new line. */
class Pen {
  readonly #content: Content;
  readonly fonts: FontUse;
  #last: PlacedGlyph | undefined;
  /** The same, also after what was shown is written. */
  #latest: PlacedGlyph | undefined;
  /** Where the next glyph falls without a correction. */
  #x = 0;
  #shown = '';

  constructor(content: Content, fonts: FontUse) {
    this.#content = content;
    this.fonts = fonts;
  }

  show(glyph: PlacedGlyph): void {
    this.fonts.add(glyph.face, glyph.id, glyph.text);
    if (this.#continues(glyph)) this.#kern(glyph);
    else this.#start(glyph);
    this.#shown += glyphHex(glyph.id);
    this.#x += (pdfWidth(glyph.face, glyph.id) * glyph.size) / 1000;
    this.#last = glyph;
    this.#latest = glyph;
  }

  /** A space after a line's last word, seen by nobody: whoever listens hears two words, not one. */
  space(): void {
    const last = this.#latest;
    const id = last?.face.glyphFor(0x20) ?? 0;
    if (last === undefined || id === 0 || last.text === SOFT_HYPHEN) return;
    this.show({ ...last, id, x: this.#x, text: ' ', word: -1 });
  }

  /** Writes what was shown; the next glyph starts anew. */
  flush(): void {
    if (this.#shown !== '') {
      const isPlain = !this.#shown.includes('>');
      this.#content.put(isPlain ? `<${this.#shown}> Tj` : `[<${this.#shown}>] TJ`);
    }
    this.#shown = '';
    this.#last = undefined;
  }

  /** Starts or ends marked content. */
  mark(operator: string): void {
    this.flush();
    this.#content.put(operator);
  }

  #continues(glyph: PlacedGlyph): boolean {
    const last = this.#last;
    return (
      last !== undefined &&
      last.face === glyph.face &&
      last.size === glyph.size &&
      last.ink === glyph.ink &&
      Math.abs(last.y - glyph.y) < 0.0005 &&
      Math.abs(this.#x - glyph.x) < glyph.size
    );
  }

  /** Moves the pen by thousandths of the size, in whole steps; the rest is made up by the next glyph. */
  #kern(glyph: PlacedGlyph): void {
    const back = Math.round(((this.#x - glyph.x) / glyph.size) * 1000);
    if (back === 0) return;
    this.#shown += `> ${back} <`;
    this.#x -= (back * glyph.size) / 1000;
  }

  #start(glyph: PlacedGlyph): void {
    this.flush();
    this.#content.overprint(isBlackAlone(glyph.ink));
    this.#content.fill(glyph.ink);
    this.#content.font(glyph.face, glyph.size);
    this.#content.put(`1 0 0 1 ${pdfNumber(glyph.x)} ${pdfNumber(glyph.y)} Tm`);
    this.#x = glyph.x;
  }
}
