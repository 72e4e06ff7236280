/** What may stand between the digits of one number: spaces, dots, hyphens, brackets, slashes, accents, marks that print nothing. */
const BETWEEN =
  '[\\s.\\-\\u2010-\\u2015()\\[\\]/\\u200B-\\u200F\\u2060\\uFEFF\\u00AD\\p{Mn}\\p{Me}]*';

/** Three digits and more, of any script, are a number that somebody might call or trust. */
const NUMBER = new RegExp(`\\p{Nd}(?:${BETWEEN}\\p{Nd}){2,}`, 'gu');

/** The numbers of three or more digits in a text. */
export const numbersIn = (text: string): readonly string[] => text.match(NUMBER) ?? [];

/** A digit of any script as 0 to 9: scripts keep their ten digits in a row that starts at a multiple of the row's own zero. */
const toAscii = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
};

/** All digits of a text as 0 to 9, in order. */
export const digitsOf = (text: string): string =>
  (text.match(/\p{Nd}/gu) ?? []).map((digit) => (digit <= '9' ? digit : toAscii(digit))).join('');
