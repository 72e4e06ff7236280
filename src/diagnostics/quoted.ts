/** Most characters of a user's own text that a finding repeats. */
const LONGEST_QUOTE = 60;

/** Characters that would spoil a line of a terminal, or that nobody could see there. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const named = (character: string): string =>
  character === '\n'
    ? ' '
    : `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** What a user wrote, in quotes, on one line, cut to 60 characters, with unseen characters named. */
export function quoted(text: unknown): string {
  const whole = typeof text === 'string' ? text : (JSON.stringify(text) ?? String(text));
  const letters = Array.from(whole.slice(0, LONGEST_QUOTE * 2 + 2));
  const cut =
    letters.length > LONGEST_QUOTE
      ? `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…`
      : letters.join('');
  return `"${cut.replaceAll(UNSEEN, named)}"`;
}
