import type { Font, Face as HbFace } from 'harfbuzzjs';
import type { Face } from './face.js';
import { shaper } from './load-shaper.js';
import { type OutlineStep, outlineArea } from './outline-area.js';

/** Highest and lowest ink of a glyph from the baseline, font units, y upwards; both 0 for no ink. */
interface InkExtent {
  readonly top: number;
  readonly bottom: number;
}

/** A face with HarfBuzz's own view of it, which only this stage sees. */
export interface LoadedFace extends Face {
  readonly font: Font;
  /** Whether the font has the tables that a script's letters need to take their right shape; `script` as in ISO 15924. */
  canShape(script: string): boolean;
  inkExtentOf(glyph: number): InkExtent;
  /** Whether the font has a glyph for a character, with ink in it where a reader expects ink. */
  draws(codePoint: number): boolean;
}

/** What a face is, apart from what it can be asked. */
export type FaceRecord = Omit<
  Face,
  'glyphFor' | 'characterOf' | 'advanceOf' | 'inkAreaOf' | 'outlineOf'
>;

/** Gives from a store, or makes and keeps. */
function kept<K, V>(make: (key: K) => V): (key: K) => V {
  const store = new Map<K, V>();
  return (key) => {
    let value = store.get(key);
    if (value === undefined) {
      value = make(key);
      store.set(key, value);
    }
    return value;
  };
}

/** Joins what the tables say of a face with what HarfBuzz can be asked of it; answers are kept. */
export function loadedFace(record: FaceRecord, hbFace: HbFace, font: Font): LoadedFace {
  let reverse: Map<number, number> | undefined;
  const glyphFor = kept((codePoint: number) => font.nominalGlyph(codePoint) ?? 0);
  return {
    ...record,
    font,
    glyphFor,
    characterOf: (glyph) => {
      reverse ??= charactersByGlyph(hbFace, glyphFor);
      return reverse.get(glyph);
    },
    advanceOf: kept((glyph: number) => font.glyphHAdvance(glyph)),
    inkAreaOf: kept((glyph: number) => outlineArea(font.glyphToJson(glyph) as OutlineStep[])),
    outlineOf: kept((glyph: number) => font.glyphToPath(glyph)),
    inkExtentOf: kept((glyph: number) => inkExtent(font, glyph)),
    draws: kept((codePoint: number) => {
      const glyph = glyphFor(codePoint);
      if (glyph === 0) return false;
      return !leavesInk(codePoint) || (font.glyphExtents(glyph)?.height ?? 0) !== 0;
    }),
    canShape: kept((script: string) => hasShaping(hbFace, script)),
  };
}

/**
 * Figures, and letters that keep the shape that the font's table of characters gives them. Other scripts
 * take their shape when they are joined: Nastaliq has blank glyphs there, and is right to.
 */
const KEEPS_ITS_SHAPE = /[\p{Nd}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Whether a reader expects to see something for a character. A font may hold a blank glyph for it all the same. */
const leavesInk = (codePoint: number): boolean =>
  KEEPS_ITS_SHAPE.test(String.fromCodePoint(codePoint));

function charactersByGlyph(
  face: HbFace,
  glyphFor: (codePoint: number) => number,
): Map<number, number> {
  const characters = new Map<number, number>();
  for (const codePoint of Array.from(face.collectUnicodes()).sort((a, b) => a - b)) {
    const glyph = glyphFor(codePoint);
    if (glyph !== 0 && !characters.has(glyph)) characters.set(glyph, codePoint);
  }
  return characters;
}

function inkExtent(font: Font, glyph: number): InkExtent {
  const extents = font.glyphExtents(glyph);
  if (extents === undefined || extents.height === 0) return { top: 0, bottom: 0 };
  return { top: extents.yBearing, bottom: extents.yBearing + extents.height };
}

/** Scripts whose letters are unreadable unless the font shapes them (OpenType script development guides). */
const SHAPED = new Set(
  'Arab Syrc Mong Nkoo Adlm Rohg Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'.split(
    ' ',
  ),
);

/** What joining letters need at the least: the forms at the start, in the middle and at the end of a word. */
const JOINING = ['init', 'medi', 'fina'];
const JOINED = new Set(['Arab', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

function hasShaping(face: HbFace, script: string): boolean {
  if (!SHAPED.has(script)) return true;
  const { scriptTags } = shaper().otTagsFromScriptAndLanguage(script, 'und');
  const has = new Set(face.getTableScriptTags('GSUB'));
  if (!scriptTags.some((tag) => has.has(tag))) return false;
  const features = new Set(face.getTableFeatureTags('GSUB'));
  return !JOINED.has(script) || JOINING.every((feature) => features.has(feature));
}
