import type { Paragraph } from '../compose/blocks.js';
import type { Ink } from '../units/ink.js';
import type { Face } from './face.js';
import type { ScaledFace } from './face-chain.js';
import type { LoadedFace } from './loaded-face.js';
import { PlainTexts } from './plain-texts.js';
import { firstBaseline, lineX } from './set-prepared.js';

/** A plain text on its line: a glyph of one face for each of its letters. */
export class PlainLine {
  readonly text: string;
  /** mm. */
  readonly width: number;
  readonly #texts: PlainTexts;
  readonly #start: number;
  readonly #unit: number;

  /** `start`: where the text's kerning lies among all; `unit`: millimetres to a font unit. */
  constructor(text: string, texts: PlainTexts, start: number, unit: number) {
    this.text = text;
    this.#texts = texts;
    this.#start = start;
    this.#unit = unit;
    let width = 0;
    for (let at = 0; at < text.length; at += 1)
      width += texts.advance(text.charCodeAt(at), start + at);
    this.width = width * unit;
  }

  /** The glyph of the letter at an index. */
  glyph(at: number): number {
    return this.#texts.glyph(this.text.charCodeAt(at));
  }

  /** mm. */
  advance(at: number): number {
    return this.#texts.advance(this.text.charCodeAt(at), this.#start + at) * this.#unit;
  }
}

/** The plain texts of all looks of a run, by how they are shaped: the same for every size and colour. */
export type PlainShelf = Map<string, PlainTexts>;

/** What can be plain: letters, figures and marks of ASCII and accented Latin letters, words with one space between them. */
const PLAIN =
  /^[!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?: [!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*$/;

/** Text among other text: a mark at its end would be set in the face of what follows. */
const BETWEEN_LETTERS = /^[A-Za-z0-9](?:.*[A-Za-z0-9])?$/;

/**
 * How short texts of one look are set that stand alone, one to a line: model names, shops, job codes. It gives
 * what setting a paragraph of each gives, at a small part of the cost, and knows nothing of other texts: those are
 * set as paragraphs are.
 */
export class PlainLook {
  readonly face: Face;
  /** Of the type, mm. */
  readonly size: number;
  readonly ink: Ink;
  /** From the line's top, mm. */
  readonly baseline: number;
  readonly #paragraph: Paragraph;
  readonly #face: LoadedFace;
  readonly #unit: number;
  readonly #isAlone: boolean;
  readonly #words: PlainTexts;
  readonly #numbers: PlainTexts;

  /** `paragraph`: one run in the look, whatever its text; `face`: the first face for its Latin letters and figures. */
  constructor(paragraph: Paragraph, { face, scale }: ScaledFace, shelf: PlainShelf) {
    const [run] = paragraph.runs;
    if (run === undefined || paragraph.runs.length > 1) throw new Error('a look is of one run');
    const { lineHeight, lang, role } = paragraph;
    this.#paragraph = paragraph;
    this.#face = face;
    this.#unit = (run.style.size * scale) / face.unitsPerEm;
    this.#isAlone = run.isolate;
    this.face = face;
    this.size = this.#unit * face.unitsPerEm;
    this.ink = run.style.ink;
    const [ascent, descent] = [face.ascender * this.#unit, -face.descender * this.#unit];
    this.baseline = firstBaseline(lineHeight, ascent, descent);
    const texts = (script: string | undefined, tabular: boolean): PlainTexts => {
      const key = [face.id, script, lang, tabular].join('\n');
      const known = shelf.get(key) ?? new PlainTexts({ face, script, lang, tabular });
      shelf.set(key, known);
      return known;
    };
    this.#words = texts('Latn', role === 'number');
    this.#numbers = texts(undefined, role === 'number' || run.isolate);
  }

  /** Shapes many texts in few steps; those that are not plain are left alone. */
  add(texts: readonly string[]): void {
    const plain = texts.filter(this.#mayBePlain);
    this.#words.add(plain.filter(hasLetters));
    this.#numbers.add(plain.filter((text) => !hasLetters(text)));
  }

  /** The text on its line; undefined where it is not plain. */
  line(text: string): PlainLine | undefined {
    if (!this.#isAlone && !BETWEEN_LETTERS.test(text)) return undefined;
    const texts = hasLetters(text) ? this.#words : this.#numbers;
    const start = texts.find(text, this.#mayBePlain);
    return start === undefined ? undefined : new PlainLine(text, texts, start, this.#unit);
  }

  /** Where a line begins in a measure, mm from the left; a line is never wider than its measure. */
  lineStart(width: number, measure: number): number {
    return lineX(this.#paragraph, measure - width);
  }

  /** Whether a text is plain unless HarfBuzz says otherwise. */
  readonly #mayBePlain = (text: string): boolean => {
    if (!PLAIN.test(text)) return false;
    for (let at = 0; at < text.length; at += 1)
      if (text[at] !== ' ' && !this.#face.draws(text.charCodeAt(at))) return false;
    return true;
  };
}

const hasLetters = (text: string): boolean => /[A-Za-z\u00c0-\u024f]/.test(text);
