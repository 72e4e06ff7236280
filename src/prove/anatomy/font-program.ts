/** An embedded font program as far as rules ask for it. */
export interface FontProgram {
  readonly kind: 'TrueType' | 'CFF';
  /** How many glyphs it has. */
  readonly count: number;
  /** Thousandths of the size; undefined where the program does not say. */
  widthOf(glyph: number): number | undefined;
  /** The glyph of a CID, for a program that is keyed by CIDs; else the CID is the glyph. */
  glyphOfCid(cid: number): number | undefined;
  glyphOfName(name: string): number | undefined;
  /** The built-in encoding's glyph for a code; undefined where there is none. */
  glyphOfCode(code: number): number | undefined;
  /** Names of all glyphs but .notdef, or CIDs of all glyphs, where the program keeps them. */
  readonly names: readonly string[] | undefined;
  readonly cids: readonly number[] | undefined;
  /** `platform,encoding` of each cmap subtable of a TrueType program. */
  readonly cmaps: ReadonlyMap<string, (code: number) => number>;
}

/** Big-endian numbers of a font; what lies past its end is 0. */
export class FontBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at) : 0;
  }

  i16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getInt16(at) : 0;
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at) : 0;
  }

  tag(at: number): string {
    return String.fromCharCode(this.u8(at), this.u8(at + 1), this.u8(at + 2), this.u8(at + 3));
  }
}
