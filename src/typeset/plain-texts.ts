import type { LoadedFace } from './loaded-face.js';
import { type GlyphRow, isUnsafe, shapeInRow } from './shape-text.js';

/** How texts are shaped, beside their letters. */
export interface PlainShaping {
  readonly face: LoadedFace;
  /** ISO 15924; absent for texts without letters. */
  readonly script: string | undefined;
  /** BCP 47. */
  readonly lang: string;
  readonly tabular: boolean;
}

/** Characters that are handed to HarfBuzz at a time. Our choice: past it nothing is gained. */
const AT_A_TIME = 4096;

/** Stands between texts that are shaped in a row; no plain text holds it. */
const BETWEEN = '\n';

/** A letter as its glyph alone has it. Font units. */
interface Letter {
  readonly glyph: number;
  readonly advance: number;
}

/** What 16 bits hold. */
const MOST_KERN = 0x7fff;

/** Where a text that is not plain would lie. */
const NOT_PLAIN = -1;

/**
 * Texts in which each letter is one glyph that says on its own which letter it is, as numbers: two bytes a letter
 * where shaped text takes an object. A catalogue's own values come by the hundred thousand, and nearly all are of
 * this kind. Whether a text is, HarfBuzz says each time: a ligature or a moved mark makes it another matter.
 */
export class PlainTexts {
  readonly #shaping: PlainShaping;
  /** By code; the highest is that of a Latin letter with an accent. */
  readonly #letters: Letter[] = [];
  readonly #starts = new Map<string, number>();
  /** What each letter's advance has beyond its glyph's own: kerning. Font units. */
  #kerns = new Int16Array(1024);
  #size = 0;

  constructor(shaping: PlainShaping) {
    this.#shaping = shaping;
  }

  /** Shapes those that are not there yet, many at a time. */
  add(texts: Iterable<string>): void {
    let row: string[] = [];
    let length = 0;
    for (const text of texts) {
      if (this.#starts.has(text)) continue;
      row.push(text);
      length += text.length + 1;
      if (length < AT_A_TIME) continue;
      this.#shape(row);
      row = [];
      length = 0;
    }
    if (row.length > 0) this.#shape(row);
  }

  /** Where a text's kerning lies, a number for each letter; undefined where it is not plain. `mayBe`: asked once a text. */
  find(text: string, mayBe: (text: string) => boolean): number | undefined {
    let start = this.#starts.get(text);
    if (start === undefined && mayBe(text)) {
      this.#shape([text]);
      start = this.#starts.get(text);
    }
    return start === NOT_PLAIN ? undefined : start;
  }

  /** The glyph of a letter of a plain text. */
  glyph(letter: number): number {
    return this.#letter(letter).glyph;
  }

  /** How far a letter moves the pen; `at`: where its kerning lies. Font units. */
  advance(letter: number, at: number): number {
    return this.#letter(letter).advance + (this.#kerns[at] ?? 0);
  }

  /**
   * Shapes texts behind each other. What HarfBuzz says is safe to break is set as it would be alone; a text of
   * which it does not say so is shaped alone.
   */
  #shape(texts: readonly string[]): void {
    const row = shapeInRow(texts.join(BETWEEN), this.#shaping);
    const { infos } = row;
    let at = 0;
    let from = 0;
    for (const text of texts) {
      while (at < infos.length && (infos[at]?.cluster ?? from) < from) at += 1;
      const end = from + text.length;
      const isApart = texts.length === 1 || isBroken(row, at, from, end);
      if (isApart) this.#keep(text, this.#isPlain(text, row, at, from, end) ? row : undefined, at);
      else this.#shape([text]);
      from = end + BETWEEN.length;
    }
  }

  #isPlain(text: string, row: GlyphRow, at: number, from: number, end: number): boolean {
    const { face } = this.#shaping;
    for (let index = 0; index < text.length; index += 1) {
      const info = row.infos[at + index];
      const place = row.positions[at + index];
      if (info?.cluster !== from + index || info.codepoint === 0) return false;
      if (place === undefined || place.xOffset !== 0 || place.yOffset !== 0) return false;
      // The glyph that says on its own which letter it is, is the one that the font's table has for that letter.
      const letter = text.charCodeAt(index);
      if (face.characterOf(info.codepoint) !== letter) return false;
      if (Math.abs(place.xAdvance - this.#letter(letter).advance) > MOST_KERN) return false;
    }
    return (row.infos[at + text.length]?.cluster ?? end) >= end;
  }

  #keep(text: string, row: GlyphRow | undefined, at: number): void {
    this.#starts.set(text, row === undefined ? NOT_PLAIN : this.#size);
    if (row === undefined) return;
    this.#makeRoom(text.length);
    for (let index = 0; index < text.length; index += 1) {
      const { advance } = this.#letter(text.charCodeAt(index));
      this.#kerns[this.#size] = (row.positions[at + index]?.xAdvance ?? 0) - advance;
      this.#size += 1;
    }
  }

  #letter(letter: number): Letter {
    const known = this.#letters[letter];
    if (known !== undefined) return known;
    const { face } = this.#shaping;
    const glyph = face.glyphFor(letter);
    const made = { glyph, advance: face.advanceOf(glyph) };
    this.#letters[letter] = made;
    return made;
  }

  #makeRoom(more: number): void {
    if (this.#size + more <= this.#kerns.length) return;
    const kerns = this.#kerns;
    this.#kerns = new Int16Array(Math.ceil(1.5 * (kerns.length + more)));
    this.#kerns.set(kerns);
  }
}

/** Whether a text of a row may be cut out of it: nothing before or behind it has a say in its glyphs. */
function isBroken(row: GlyphRow, at: number, from: number, end: number): boolean {
  const { infos } = row;
  if (infos[at]?.cluster !== from || (from > 0 && isUnsafe(row, at))) return false;
  let behind = at;
  while (behind < infos.length && (infos[behind]?.cluster ?? end) < end) behind += 1;
  return behind === infos.length || (infos[behind]?.cluster === end && !isUnsafe(row, behind));
}
