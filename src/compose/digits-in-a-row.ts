/** What people put between the digits of a number, on them, and what nobody sees there. */
const BETWEEN =
  /^[\s.()[\]{}/\\\-\u2010-\u2015\u2212\u00AD\u00A0\u200B-\u200D\u2060\uFEFF·\p{Mn}\p{Me}]$/u;

/** Whether a character may stand between two digits of one number. */
export const isBetweenDigits = (character: string): boolean => BETWEEN.test(character);

/** Our rule: one or two digits may stand in copy; three may be a number to call. */
const TOO_MANY = 3;

/** Digits, and the signs that stand for digits (circled, superscript), which NFKC opens. */
const MAY_HOLD_DIGITS = /\p{N}/u;

/** How many digits a character stands for: one, or two for a circled 12. */
export const digitsIn = (character: string): number => {
  if (!MAY_HOLD_DIGITS.test(character)) return 0;
  return [...character.normalize('NFKC')].filter((it) => /\p{Nd}/u.test(it)).length;
};

/**
 * The first stretch of a text that holds three or more digits of any script in a row; spaces, dots,
 * hyphens, brackets, slashes, accents and unseen characters between them do not part them.
 */
export function digitsInARow(text: string): { text: string; at: number } | undefined {
  if (!MAY_HOLD_DIGITS.test(text)) return undefined;
  let start = 0;
  let end = 0;
  let count = 0;
  let at = 0;
  for (const character of text) {
    const digits = digitsIn(character);
    if (digits > 0) {
      if (count === 0) start = at;
      count += digits;
      end = at + character.length;
    } else if (!BETWEEN.test(character)) {
      if (count >= TOO_MANY) break;
      count = 0;
    }
    at += character.length;
  }
  return count >= TOO_MANY ? { text: text.slice(start, end), at: start } : undefined;
}
