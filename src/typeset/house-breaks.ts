/** Languages that put no word of one letter at the end of a line: "w", "i", "z" go with what follows. */
const KEEPS_SHORT_WORDS = /^(?:pl|cs|sk)\b/;

/** A word of one letter before a place to break. */
const ONE_LETTER = /(?:^|[\s(„"])\p{L}\s$/u;

/** A figure and a space, before a place to break. */
const FIGURE = /\p{Nd} $/u;

const LETTER = /^\p{L}/u;

/**
 * Whether two words stay on one line though Unicode lets them part: a number and the word that it counts ("20 minutes"),
 * and short words by language. Typographers' habit; a name that must not part has no-break spaces in the copy.
 */
export function isKeptTogether(text: string, lang: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  if (FIGURE.test(before) && LETTER.test(text.slice(at, at + 2))) return true;
  return KEEPS_SHORT_WORDS.test(lang) && at < text.length && ONE_LETTER.test(before);
}
