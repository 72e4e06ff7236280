import type { LoadedFace } from './loaded-face.js';
import { shapeInRow } from './shape-text.js';

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

/** Where a text that is not plain would lie. */
const NOT_PLAIN = -1;

/**
 * Texts in which each letter is one glyph that says on its own which letter it is, as numbers: a few bytes a letter
 * where shaped text takes an object. A catalogue's own values come by the hundred thousand, and nearly all are of
 * this kind. Whether a text is, HarfBuzz says each time: a ligature or a moved mark makes it another matter.
 */
export class PlainTexts {
  readonly #shaping: PlainShaping;
  readonly #starts = new Map<string, number>();
  #glyphs = new Uint16Array(1024);
  #advances = new Int32Array(1024);
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

  /** Where a text's glyphs lie, one for each UTF-16 unit; undefined where it is not plain. */
  find(text: string): number | undefined {
    const known = this.#starts.get(text);
    if (known === undefined) this.#shape([text]);
    const start = known ?? this.#starts.get(text);
    return start === NOT_PLAIN ? undefined : start;
  }

  glyph(at: number): number {
    return this.#glyphs[at] ?? 0;
  }

  /** Font units. */
  advance(at: number): number {
    return this.#advances[at] ?? 0;
  }

  /**
   * Shapes texts behind each other. What HarfBuzz says is safe to break is set as it would be alone; a text of
   * which it does not say so is shaped alone.
   */
  #shape(texts: readonly string[]): void {
    const row = shapeInRow(texts.join(BETWEEN), this.#shaping);
    let at = 0;
    let from = 0;
    for (const text of texts) {
      while (at < row.length && (row[at]?.cluster ?? from) < from) at += 1;
      const end = from + text.length;
      const isApart = texts.length === 1 || isBroken(row, at, from, end, row.length);
      if (isApart) this.#keep(text, this.#isPlain(text, row, at, from, end) ? row : undefined, at);
      else this.#shape([text]);
      from = end + BETWEEN.length;
    }
  }

  #isPlain(text: string, row: Row, at: number, from: number, end: number): boolean {
    const { face } = this.#shaping;
    for (let index = 0; index < text.length; index += 1) {
      const glyph = row[at + index];
      if (glyph?.cluster !== from + index || glyph.id === 0) return false;
      if (glyph.dx !== 0 || glyph.dy !== 0) return false;
      if (face.characterOf(glyph.id) !== text.charCodeAt(index)) return false;
    }
    return (row[at + text.length]?.cluster ?? end) >= end;
  }

  #keep(text: string, row: Row | undefined, at: number): void {
    this.#starts.set(text, row === undefined ? NOT_PLAIN : this.#size);
    if (row === undefined) return;
    this.#makeRoom(text.length);
    for (let index = 0; index < text.length; index += 1) {
      this.#glyphs[this.#size] = row[at + index]?.id ?? 0;
      this.#advances[this.#size] = row[at + index]?.advance ?? 0;
      this.#size += 1;
    }
  }

  #makeRoom(more: number): void {
    if (this.#size + more <= this.#glyphs.length) return;
    const length = 2 * Math.max(this.#glyphs.length, more);
    const [glyphs, advances] = [this.#glyphs, this.#advances];
    this.#glyphs = new Uint16Array(length);
    this.#glyphs.set(glyphs);
    this.#advances = new Int32Array(length);
    this.#advances.set(advances);
  }
}

type Row = ReturnType<typeof shapeInRow>;

/** Whether a text of a row may be cut out of it: nothing before or behind it has a say in its glyphs. */
function isBroken(row: Row, at: number, from: number, end: number, length: number): boolean {
  const first = row[at];
  if (first?.cluster !== from || (from > 0 && first.unsafe)) return false;
  let behind = at;
  while (behind < length && (row[behind]?.cluster ?? end) < end) behind += 1;
  const next = row[behind];
  return next === undefined || (next.cluster === end && !next.unsafe);
}
