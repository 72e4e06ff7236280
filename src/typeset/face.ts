/** One font at one weight, ready to shape and to embed. Font units unless said otherwise. */
export interface Face {
  /** Stable: file and pinned weight. */
  readonly id: string;
  readonly postScriptName: string;
  readonly familyName: string;
  readonly weight: number;
  /** The file's bytes; a variable font already pinned to its weight. */
  readonly bytes: Uint8Array;
  readonly outlines: 'truetype' | 'cff';
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  /** xMin, yMin, xMax, yMax. */
  readonly bbox: readonly [number, number, number, number];
  /** The glyph that the font's own table gives for a character; 0 if it has none. */
  glyphFor(codePoint: number): number;
  /** The lowest character that maps to a glyph; undefined where only shaping reaches it. */
  characterOf(glyph: number): number | undefined;
  advanceOf(glyph: number): number;
  /** Inked area of a glyph's outline, in font units squared: the proof knows from it how much ink a word owes. */
  inkAreaOf(glyph: number): number;
  /** The glyph's outline as SVG path data in font units, y upwards. */
  outlineOf(glyph: number): string;
}
