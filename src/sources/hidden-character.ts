/** Characters that turn the reading direction round (Unicode, property Bidi_Control). */
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Control characters other than a line break and a tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/u;

const hex = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A character in a text that nobody sees and that changes what is printed; nothing where there is none. */
export function hiddenCharacter(text: string): { name: string; fix: string } | undefined {
  const turn = BIDI_CONTROL.exec(text)?.[0];
  if (turn !== undefined)
    return {
      name: `the unseen direction mark ${hex(turn)}`,
      fix: 'take it out; safeleaf sets numbers, names and addresses in the right direction itself',
    };
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined)
    return {
      name: `the control character ${hex(control)}`,
      fix: 'take it out, or type the text anew',
    };
  if (/\p{Cs}/u.test(text))
    return {
      name: 'half of a character',
      fix: 'type the text anew: it was cut in two when copied',
    };
  return undefined;
}
