import { needsGlyph } from './characters.js';
import type { Item, PreparedParagraph } from './prepared-paragraph.js';

/** A vowel sign or accent without a letter that it may stand on. */
interface StrayMark {
  /** Index into the paragraph's text. */
  readonly at: number;
  /** The mark with what stands before it, as far as the reader sees one letter. */
  readonly letter: string;
}

/** What a shaper puts under a mark that has no letter. */
const DOTTED_CIRCLE = 0x25cc;

const ONE_CIRCLE = String.fromCodePoint(DOTTED_CIRCLE);

/** Accents, vowel signs, and letters that hang on the one before them all the same (UAX 29, SpacingMark and Extend). */
const MARK = /^[\p{M}\u0e33\u0eb3\uff9e\uff9f]$/u;

/**
 * Marks that stand on no letter, or not on one that they belong to: shaping sets a dotted circle under them, which
 * nobody wrote (OpenType, "Creating and supporting OpenType fonts", invalid combining marks), or they hang on a space.
 */
export const strayMarks = ({ segments, text }: PreparedParagraph): readonly StrayMark[] =>
  segments.flatMap(({ items }) => items.flatMap((item) => strayIn(item, text)));

function strayIn({ start, end, face, shaped }: Item, text: string): StrayMark[] {
  const circle = face.face.glyphFor(DOTTED_CIRCLE);
  const clusters = [...new Set(shaped.glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const untold = new Set(
    shaped.glyphs.filter(({ id }) => id === 0 || id === circle).map(({ cluster }) => cluster),
  );
  return clusters.flatMap((cluster, index) => {
    const at = start + cluster;
    const letter = text.slice(at, start + (clusters[index + 1] ?? end - start));
    const characters = Array.from(letter).filter(needsGlyph);
    if (!characters.some((it) => MARK.test(it))) return [];
    const isCircled = untold.has(cluster) && !letter.includes(ONE_CIRCLE);
    return isCircled || isUnborne(characters) ? [{ at, letter }] : [];
  });
}

/** Whether a letter begins with a mark, or is a space with a mark on it. */
const isUnborne = ([first = '', second = '']: readonly string[]): boolean =>
  MARK.test(first) || (/^\s$/u.test(first) && MARK.test(second));
