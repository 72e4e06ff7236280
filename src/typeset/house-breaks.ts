/** Languages that put no word of one letter at the end of a line: "w", "i", "z" go with what follows. */
const KEEPS_SHORT_WORDS = /^(?:pl|cs|sk|uk)\b/;

/** A word of one letter before a place to break. */
const ONE_LETTER = /(?:^|[\s(„"])\p{L}\s$/u;

/** Gaelic and Irish words begin with small parts that a hyphen ties to the rest: "t-Samhain", "á n-iarraidh", "an-asgaidh". */
const KEEPS_SMALL_PARTS = /^(?:gd|ga)\b/;

/** A part of one to three letters and its hyphen, before a place to break. */
const SMALL_PART = /(?:^|[\s(“‘])\p{L}{1,3}-$/u;

/** A figure and a space, before a place to break. */
const FIGURE = /\p{Nd} $/u;

const LETTER = /^\p{L}/u;

/** A name such as "Wi-Fi": a part of one or two letters says nothing on a line of its own. */
const TINY_PART_BEFORE = /(?:^|[^\p{L}\p{N}-])\p{L}{1,2}[-\u2010]$/u;
const HYPHEN_BEFORE = /\p{L}[-\u2010]$/u;
const TINY_PART_AFTER = /^\p{L}{1,2}(?![\p{L}\p{N}-])/u;

/**
 * Whether two words stay on one line though Unicode lets them part: a number and the word that it counts ("20 minutes"),
 * the parts of "Wi-Fi", short words and small parts of words by language. Typographers' habit; a name that must not part has no-break spaces in the copy.
 */
export function isKeptTogether(text: string, lang: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  if (FIGURE.test(before) && LETTER.test(text.slice(at, at + 2))) return true;
  if (at === text.length) return false;
  if (TINY_PART_BEFORE.test(before)) return true;
  if (HYPHEN_BEFORE.test(before) && TINY_PART_AFTER.test(text.slice(at, at + 3))) return true;
  if (KEEPS_SMALL_PARTS.test(lang)) return SMALL_PART.test(before);
  return KEEPS_SHORT_WORDS.test(lang) && ONE_LETTER.test(before);
}
