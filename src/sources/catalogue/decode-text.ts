import { windows1252 } from '../../units/windows-1252.js';
import { decodeUtf8 } from '../read-text-file.js';

/** The encodings in which spreadsheets save text. */
export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/**
 * The text of a catalogue and how it was encoded: by its byte order mark; without one UTF-8, and
 * Windows-1252 where the bytes are no UTF-8, as Excel on Windows saves plain "CSV". Nothing where
 * the bytes are no text.
 */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: TextEncoding } | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', 'UTF-16', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', 'UTF-16', bytes);
  if (bytes.includes(0)) return undefined;
  const text = decodeUtf8(bytes);
  return text === undefined
    ? { text: Array.from(bytes, windows1252).join(''), encoding: 'Windows-1252' as const }
    : { text, encoding: 'UTF-8' };
}

function decoded(label: string, encoding: TextEncoding, bytes: Uint8Array) {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
