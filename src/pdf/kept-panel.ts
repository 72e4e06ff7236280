import type { Store } from '../cache/store.js';
import type { LaidOutPanel } from '../layout/laid-out.js';
import type { Face } from '../typeset/face.js';
import type { Spot } from './content.js';
import { drawPanel } from './draw-panel.js';
import type { Drawing } from './drawing.js';
import { drawingKey } from './drawing-key.js';
import type { FontUse } from './font-use.js';
import { knownAndBytes, withBytes } from './with-bytes.js';

/** Of a store's entries those that hold panels, drawn and deflated. */
const KIND = 'panel';

/** What is kept beside a panel's bytes. Faces are numbers into those of its key. */
interface KeptDrawing {
  readonly bbox: readonly number[];
  readonly fonts: readonly (readonly [name: string, face: number])[];
  readonly spots: readonly (readonly [name: string, spot: Spot])[];
  /** What drawing it asks of the fonts, in order. */
  readonly glyphs: readonly (readonly [face: number, glyph: number, text: string])[];
}

/** Draws a panel, or takes what an earlier run drew of the very same, with all that it asks of the fonts. */
export function panelDrawing(
  panel: LaidOutPanel,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
  store: Store | undefined,
): Drawing {
  const key = store && drawingKey(panel, spots);
  if (!key) return drawPanel(panel, fonts, spots);
  const entry = store.get(KIND, key.key);
  if (entry) return takeDrawing(entry, key.faces, fonts);
  const { made, asked } = fonts.noting(() => drawPanel(panel, fonts, spots));
  const numbers = new Map(key.faces.map((face, number) => [face, number]));
  const numberOf = (face: Face): number => numbers.get(face) ?? unknownFace(face.id);
  const kept: KeptDrawing = {
    bbox: made.bbox,
    fonts: [...made.fonts].map(([name, face]) => [name, numberOf(face)]),
    spots: [...made.spots],
    glyphs: asked.glyphs.map(({ face, glyph, text }) => [numberOf(face), glyph, text]),
  };
  store.put(KIND, key.key, withBytes(kept, made.bytes));
  return made;
}

function takeDrawing(entry: Uint8Array, faces: readonly Face[], fonts: FontUse): Drawing {
  const [{ bbox, fonts: names, spots, glyphs }, bytes] = knownAndBytes<KeptDrawing>(entry);
  const faceOf = (number: number): Face => faces[number] ?? unknownFace(`${number}`);
  for (const [face, glyph, text] of glyphs) fonts.add(faceOf(face), glyph, text);
  const named = new Map(names.map(([name, face]) => [name, faceOf(face)]));
  return { bytes, bbox, fonts: named, spots: new Map(spots), rasters: new Map() };
}

function unknownFace(face: string): never {
  throw new Error(`the face ${face} is none of its panel's`);
}
