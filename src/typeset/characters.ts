/** White space at which words part. A no-break space (U+00A0, U+2007, U+202F) belongs to its word. */
export const WHITE_SPACE =
  /[\t\n\v\f\r \u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/** Where the copy asks for a new line. */
export const FORCED_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

export const SOFT_HYPHEN = '\u00ad';

/** Characters that steer setting and are no part of a word: soft hyphens and direction marks (Unicode, Bidi_Control). */
const STEERING = /[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text without the characters that only steer how it is set. */
export const withoutSteering = (text: string): string =>
  text.length === 1 && text < SOFT_HYPHEN ? text : text.replaceAll(STEERING, '');

/** Characters that leave no mark and need no glyph: they are shaped away (Unicode, Default_Ignorable_Code_Point). */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Variation_Selector}]$/u;

export const needsGlyph = (character: string): boolean => !UNSEEN.test(character);

/**
 * Texts of which each UTF-16 unit is a letter of its own for the eye: Latin, Greek, Cyrillic and
 * Arabic letters and common punctuation, without marks, joiners or pairs.
 */
const SINGLE_UNITS =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u060c\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d5\u06ee-\u06ff\u2010-\u2027\u2030-\u205e]*$/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where each letter, as a reader sees letters, begins in a text, and the text's end (UAX 29). */
export function letterStarts(text: string): number[] {
  if (SINGLE_UNITS.test(text)) return Array.from({ length: text.length + 1 }, (_, at) => at);
  const starts = Array.from(graphemes.segment(text), ({ index }) => index);
  starts.push(text.length);
  return starts;
}
