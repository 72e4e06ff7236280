import { windows1252 } from '../units/windows-1252.js';
import { utf16 } from './read-to-unicode.js';

/** A text string: UTF-16 after its mark, UTF-8 after its mark, else one byte a character (ISO 32000-1, 7.9.2.2). */
export function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf8) return new TextDecoder().decode(bytes);
  return Array.from(bytes, windows1252).join('');
}
