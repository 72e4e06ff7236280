import type { PDFObject } from '@cantoo/pdf-lib';
import { windows1252 } from '../../units/windows-1252.js';
import { entryOf, itemsOf, nameOf, numberOf } from '../pdf-values.js';
import { glyphNameOf, textOfGlyphName } from './glyph-names.js';

/** How codes of one byte become glyph names (ISO 32000-1, 9.6.6). */
export interface SimpleEncoding {
  /** WinAnsiEncoding, MacRomanEncoding …; undefined where the program's own holds. */
  readonly base: string | undefined;
  readonly differences: ReadonlyMap<number, string>;
  /** The glyph's name; undefined where neither the base nor a difference says it. */
  nameOf(code: number): string | undefined;
  /** What the code stands for. */
  textOf(code: number): string | undefined;
}

const MACINTOSH = new TextDecoder('macintosh');

const DECODERS: Readonly<Record<string, (byte: number) => string>> = {
  WinAnsiEncoding: windows1252,
  MacRomanEncoding: (byte) => MACINTOSH.decode(Uint8Array.of(byte)),
};

/** Reads the `Encoding` of a simple font. */
export function readSimpleEncoding(encoding: PDFObject | undefined): SimpleEncoding {
  const base = nameOf(encoding) ?? nameOf(entryOf(encoding, 'BaseEncoding'));
  const differences = new Map<number, string>();
  let code = 0;
  for (const item of itemsOf(entryOf(encoding, 'Differences'))) {
    const name = nameOf(item);
    if (name === undefined) code = numberOf(item) ?? code;
    else differences.set(code++, name);
  }
  const decode = base === undefined ? undefined : DECODERS[base];
  const baseText = (byte: number): string | undefined => {
    if (base === 'StandardEncoding')
      return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : undefined;
    const text = decode?.(byte);
    return text === undefined || text < ' ' ? undefined : text;
  };
  return {
    base,
    differences,
    nameOf: (byte) => {
      const text = baseText(byte);
      return differences.get(byte) ?? (text === undefined ? undefined : glyphNameOf(text));
    },
    textOf: (byte) => {
      const name = differences.get(byte);
      return name === undefined ? baseText(byte) : textOfGlyphName(name);
    },
  };
}
