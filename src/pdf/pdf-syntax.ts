/** A PDF value written out already: pdfkit's serialiser takes what is not a plain object as its own text. */
export interface Written {
  readonly [Symbol.toStringTag]: string;
  toString(): string;
}

/** A value for a dictionary, spelt as PDF spells it. */
export const written = (text: string): Written => ({
  [Symbol.toStringTag]: 'Written',
  toString: () => text,
});

/** Characters that a name may hold as they are (ISO 32000-1, 7.3.5); all others are written as # and two hex digits. */
const REGULAR = /[A-Za-z0-9.+_-]/;

/** A name object, slash included; bytes beyond ASCII are UTF-8, as PDF/X-4 asks of font and colorant names. */
export function pdfName(name: string): string {
  let out = '/';
  for (const byte of Buffer.from(name, 'utf8')) {
    const char = String.fromCharCode(byte);
    out += REGULAR.test(char) ? char : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** Text as hex digits of UTF-16, high byte first, without a mark. */
export function utf16Hex(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    out += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  }
  return out;
}

/** A text string for people (ISO 32000-1, 7.9.2.2): ASCII as it is, since simple readers look for it so; else UTF-16 with its mark. */
export function pdfText(text: string): string {
  const isAscii = /^[\x20-\x7E]*$/.test(text);
  return isAscii ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<FEFF${utf16Hex(text)}>`;
}
