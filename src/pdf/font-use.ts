import type { Face } from '../typeset/face.js';

/** Which glyphs of a face a run prints, and what they stand for. */
export interface FaceUse {
  readonly face: Face;
  /** The resource name on pages, `F0`, by order of first use. */
  readonly name: string;
  /** Glyph -> the text it is read back as; '' until a cluster gives one. */
  readonly glyphs: Map<number, string>;
}

/** What drawing something asked of a `FontUse`, in order, each once: it would ask for the same in another run. */
interface Asked {
  /** Each face, and the name that it had. */
  readonly faces: Map<Face, string>;
  readonly glyphs: { readonly face: Face; readonly glyph: number; readonly text: string }[];
  /** Of each glyph the texts that it was met with: nearly always one. */
  readonly seen: Map<Face, Map<number, string[]>>;
}

/** Something that was drawn, and what it asked for. */
export interface DrawnOnce<T> {
  readonly made: T;
  readonly asked: Asked;
}

/** Collects the glyphs of every face over a whole run, so that each face is subset once. */
export class FontUse {
  readonly #faces = new Map<string, FaceUse>();
  readonly #reads: 'characters' | 'clusters';
  /** Those that are being noted, the innermost last. */
  readonly #notes: Asked[] = [];
  #isClosed = false;

  /**
   * What glyphs are read back as. `characters`: as the font's own table has them, so that what a panel's stream holds
   * hangs on nothing outside the panel. `clusters`: as they are met first (a ligature as its letters, a figure of a
   * table as a figure), so that few words need a text beside their glyphs, which many readers aloud pass over.
   */
  constructor(reads: 'characters' | 'clusters' = 'characters') {
    this.#reads = reads;
  }

  /** The faces in order of first use. */
  get faces(): readonly FaceUse[] {
    return [...this.#faces.values()];
  }

  /** From here on faces are subset: a glyph that was not noted would print as nothing. */
  close(): void {
    this.#isClosed = true;
  }

  /** Draws, and notes what is asked for. */
  noting<T>(draw: () => T): DrawnOnce<T> {
    const asked: Asked = { faces: new Map(), glyphs: [], seen: new Map() };
    this.#notes.push(asked);
    try {
      return { made: draw(), asked };
    } finally {
      this.#notes.pop();
    }
  }

  /** Asks for what something asked for that another run drew; false where a face has another name now. */
  again({ asked }: DrawnOnce<unknown>): boolean {
    for (const [face, name] of asked.faces) if (this.of(face).name !== name) return false;
    for (const { face, glyph, text } of asked.glyphs) this.add(face, glyph, text);
    return true;
  }

  of(face: Face): FaceUse {
    const use = this.#faces.get(face.id) ?? this.#open(face);
    for (const { faces } of this.#notes) if (!faces.has(face)) faces.set(face, use.name);
    return use;
  }

  #open(face: Face): FaceUse {
    if (this.#isClosed) throw new Error(`the face ${face.id} was not used when fonts were subset`);
    const use: FaceUse = { face, name: `F${this.#faces.size}`, glyphs: new Map() };
    this.#faces.set(face.id, use);
    return use;
  }

  /** What a glyph that stands for this text will be read back as. */
  textOf(face: Face, glyph: number, text: string): string | undefined {
    if (this.#reads === 'characters') return ownText(face, glyph);
    if (!this.#isClosed) this.add(face, glyph, text);
    return this.of(face).glyphs.get(glyph);
  }

  /** Notes a printed glyph. The first text that a shaped glyph is met with is the one it keeps. */
  add(face: Face, glyph: number, text: string): void {
    if (glyph === 0) throw new Error(`a character without a glyph reached the press ("${text}")`);
    const { glyphs } = this.of(face);
    for (const notes of this.#notes) note(notes, face, glyph, text);
    const known = glyphs.get(glyph);
    if (known === undefined && this.#isClosed) {
      throw new Error(`glyph ${glyph} ("${text}") of ${face.id} is not in the subset`);
    }
    if (known === undefined) glyphs.set(glyph, this.#firstText(face, glyph, text));
    else if (known === '' && text !== '' && !this.#isClosed) glyphs.set(glyph, text);
  }

  #firstText(face: Face, glyph: number, text: string): string {
    if (this.#reads === 'clusters' && text !== '') return text;
    return ownText(face, glyph) ?? text;
  }
}

function note({ glyphs, seen }: Asked, face: Face, glyph: number, text: string): void {
  const known = seen.get(face) ?? new Map<number, string[]>();
  seen.set(face, known);
  const texts = known.get(glyph) ?? [];
  if (texts.includes(text)) return;
  texts.push(text);
  known.set(glyph, texts);
  glyphs.push({ face, glyph, text });
}

/** What a glyph is read back as on its own: the character that its font maps to it. */
function ownText(face: Face, glyph: number): string | undefined {
  const character = face.characterOf(glyph);
  return character === undefined ? undefined : String.fromCodePoint(character);
}

/**
 * A glyph's width in thousandths of the type size, a whole number: some readers (PDFium among them) cut
 * fractions off, and a line of a font with 2,000 units to the em would drift. The pen makes up the rest.
 */
export const pdfWidth = (face: Face, glyph: number): number =>
  Math.round((face.advanceOf(glyph) * 1000) / face.unitsPerEm);
