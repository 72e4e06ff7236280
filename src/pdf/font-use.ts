import type { Face } from '../typeset/face.js';

/** Which glyphs of a face a run prints, and what they stand for. */
export interface FaceUse {
  readonly face: Face;
  /** The resource name on pages, `F0`, by order of first use. */
  readonly name: string;
  /** Glyph -> the text it is read back as; '' until a cluster gives one. */
  readonly glyphs: Map<number, string>;
}

/** Collects the glyphs of every face over a whole run, so that each face is subset once. */
export class FontUse {
  readonly #faces = new Map<string, FaceUse>();
  #isClosed = false;

  /** The faces in order of first use. */
  get faces(): readonly FaceUse[] {
    return [...this.#faces.values()];
  }

  /** From here on faces are subset: a glyph that was not noted would print as nothing. */
  close(): void {
    this.#isClosed = true;
  }

  of(face: Face): FaceUse {
    const known = this.#faces.get(face.id);
    if (known !== undefined) return known;
    if (this.#isClosed) throw new Error(`the face ${face.id} was not used when fonts were subset`);
    const use: FaceUse = { face, name: `F${this.#faces.size}`, glyphs: new Map() };
    this.#faces.set(face.id, use);
    return use;
  }

  /** Notes a printed glyph. The first text that a shaped glyph is met with is the one it keeps. */
  add(face: Face, glyph: number, text: string): void {
    if (glyph === 0) throw new Error(`a character without a glyph reached the press ("${text}")`);
    const { glyphs } = this.of(face);
    const known = glyphs.get(glyph);
    if (known === undefined && this.#isClosed) {
      throw new Error(`glyph ${glyph} ("${text}") of ${face.id} is not in the subset`);
    }
    if (known === undefined) glyphs.set(glyph, ownText(face, glyph) ?? text);
    else if (known === '' && text !== '' && !this.#isClosed) glyphs.set(glyph, text);
  }
}

/** What a glyph is read back as on its own: the character that its font maps to it. */
export function ownText(face: Face, glyph: number): string | undefined {
  const character = face.characterOf(glyph);
  return character === undefined ? undefined : String.fromCodePoint(character);
}

/**
 * A glyph's width in thousandths of the type size, a whole number: some readers (PDFium among them) cut
 * fractions off, and a line of a font with 2,000 units to the em would drift. The pen makes up the rest.
 */
export const pdfWidth = (face: Face, glyph: number): number =>
  Math.round((face.advanceOf(glyph) * 1000) / face.unitsPerEm);
