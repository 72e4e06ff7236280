import type { Store } from '../cache/store.js';
import type { Face } from '../typeset/face.js';
import { sha256Hex } from '../units/hash.js';
import { deflate } from './deflate.js';
import { faceHash } from './face-hash.js';
import type { PdfDictionary } from './pdf-file.js';
import { sfntTable } from './sfnt-table.js';
import { subsetFont } from './subset-font.js';
import { knownAndBytes, withBytes } from './with-bytes.js';

/** A subset face as PDF wants it: TrueType whole, CFF without the OpenType file round it. */
export interface FontProgram {
  readonly key: 'FontFile2' | 'FontFile3';
  readonly dictionary: PdfDictionary;
  /** Deflated. */
  readonly bytes: Uint8Array;
  /** What its name begins with. */
  readonly tag: string;
}

/** Of a store's entries those that hold subsets. */
const KIND = 'font';

/** What is kept beside a subset's bytes. */
type KnownProgram = Omit<FontProgram, 'bytes'>;

/** Subsets a face to these glyphs, in rising order, or takes the subset that an earlier run made of the same file. */
export function fontProgram(
  face: Face,
  glyphs: readonly number[],
  store: Store | undefined,
): FontProgram {
  if (!store) return makeProgram(face, glyphs);
  const key = sha256Hex(JSON.stringify([faceHash(face), face.outlines, glyphs]));
  const entry = store.get(KIND, key);
  if (entry) {
    const [known, bytes] = knownAndBytes<KnownProgram>(entry);
    return { ...known, bytes };
  }
  const { bytes, ...known } = makeProgram(face, glyphs);
  store.put(KIND, key, withBytes(known, bytes));
  return { ...known, bytes };
}

function makeProgram(face: Face, glyphs: readonly number[]): FontProgram {
  const subset = subsetFont(face, glyphs);
  const tag = subsetTag(subset);
  if (face.outlines === 'truetype') {
    const dictionary = { Length1: subset.length, Filter: 'FlateDecode' };
    return { key: 'FontFile2', dictionary, bytes: deflate(subset), tag };
  }
  const table = sfntTable(subset, 'CFF ');
  if (table === undefined) throw new Error(`the face ${face.id} has no CFF outlines after all`);
  const dictionary = { Subtype: 'CIDFontType0C', Filter: 'FlateDecode' };
  return { key: 'FontFile3', dictionary, bytes: deflate(table), tag };
}

/** Six capitals that mark a subset (ISO 32000-1, 9.6.4), from its bytes: two subsets of one face never share a name. */
function subsetTag(subset: Uint8Array): string {
  const digits = sha256Hex(subset);
  let tag = '';
  for (let at = 0; at < 6; at++) {
    tag += String.fromCharCode(65 + (Number.parseInt(digits.slice(at * 4, at * 4 + 4), 16) % 26));
  }
  return tag;
}
