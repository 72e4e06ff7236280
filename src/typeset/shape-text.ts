import type { Feature, Buffer as HbBuffer } from 'harfbuzzjs';
import { shaper } from './load-shaper.js';
import type { LoadedFace } from './loaded-face.js';

/** A glyph as HarfBuzz places it, in font units. */
interface ShapedGlyph {
  readonly id: number;
  /** Index of its cluster's first character, from the start of the text. */
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** Whether a line may not begin at this cluster without shaping anew. */
  readonly unsafe: boolean;
}

/** A text in one face and direction as glyphs in visual order. */
export interface ShapedText {
  readonly glyphs: readonly ShapedGlyph[];
  /** Sum of the advances, font units. */
  readonly advance: number;
}

/** What is shaped, and how. */
export interface TextToShape {
  readonly face: LoadedFace;
  readonly text: string;
  /** Letters that touch it on its line: joining letters look at them. */
  readonly before: string;
  readonly after: string;
  readonly direction: 'ltr' | 'rtl';
  /** ISO 15924; nothing lets HarfBuzz judge by the letters. */
  readonly script: string | undefined;
  /** BCP 47. */
  readonly lang: string;
  /** Figures of one width, so that numbers stand under one another. */
  readonly tabular: boolean;
}

/** Most shaped texts that are kept: beyond it a run prints new words all the time, and keeping them buys nothing. Our choice. */
const MOST_KEPT = 10_000;

/** hb-buffer.h: characters that are never seen (soft hyphens, joiners) leave no glyph. */
const REMOVE_DEFAULT_IGNORABLES = 0x8;

/** hb-buffer.h: the glyph's cluster may not be torn from the one before it. */
const UNSAFE_TO_BREAK = 0x1;

let buffer: HbBuffer | undefined;
let tabularFigures: Feature[] | undefined;

/** Shapes a text, or takes it from the store. Kerning and ligatures are on, as the font has them. */
export function shapeText(it: TextToShape, store: Map<string, ShapedText>): ShapedText {
  const how = `${it.direction}${it.script ?? ''}${it.tabular ? '#' : ''}`;
  const key = [it.face.id, how, it.lang, it.before, it.text, it.after].join('\u0000');
  const known = store.get(key);
  if (known !== undefined) return known;
  const shaped = shape(it);
  if (store.size >= MOST_KEPT) store.clear();
  store.set(key, shaped);
  return shaped;
}

/** Glyphs as HarfBuzz hands them over: what they are, and beside that how they are placed. */
export interface GlyphRow {
  readonly infos: ReturnType<HbBuffer['getGlyphInfos']>;
  readonly positions: ReturnType<HbBuffer['getGlyphPositions']>;
}

/** Texts of one kind behind each other, left to right; nothing is kept of them. */
export function shapeInRow(
  text: string,
  how: Pick<TextToShape, 'face' | 'script' | 'lang' | 'tabular'>,
): GlyphRow {
  const from = shapeInBuffer({ ...how, text, before: '', after: '', direction: 'ltr' });
  return { infos: from.getGlyphInfos(), positions: from.getGlyphPositions() };
}

/** Whether the glyph of an index may not be torn from the one before it. */
export const isUnsafe = ({ infos }: GlyphRow, at: number): boolean =>
  ((infos[at]?.flags ?? 0) & UNSAFE_TO_BREAK) !== 0;

function shape(it: TextToShape): ShapedText {
  const glyphs = readGlyphs(shapeInBuffer(it), it.before.length);
  let advance = 0;
  for (const glyph of glyphs) advance += glyph.advance;
  return { glyphs, advance };
}

function shapeInBuffer(it: TextToShape): HbBuffer {
  const hb = shaper();
  buffer ??= new hb.Buffer();
  tabularFigures ??= [new hb.Feature('tnum', 1)];
  buffer.reset();
  buffer.setFlags(REMOVE_DEFAULT_IGNORABLES);
  buffer.addText(it.before + it.text + it.after, it.before.length, it.text.length);
  buffer.setDirection(it.direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
  if (it.script !== undefined) buffer.setScript(it.script);
  buffer.setLanguage(it.lang);
  buffer.guessSegmentProperties();
  hb.shape(it.face.font, buffer, it.tabular ? tabularFigures : []);
  return buffer;
}

function readGlyphs(from: HbBuffer, offset: number): ShapedGlyph[] {
  const infos = from.getGlyphInfos();
  const positions = from.getGlyphPositions();
  return infos.map(({ codepoint, cluster, flags }, index) => {
    const at = positions[index];
    return {
      id: codepoint,
      cluster: cluster - offset,
      advance: at?.xAdvance ?? 0,
      dx: at?.xOffset ?? 0,
      dy: at?.yOffset ?? 0,
      unsafe: (flags & UNSAFE_TO_BREAK) !== 0,
    };
  });
}
