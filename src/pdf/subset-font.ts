import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from '../typeset/face.js';

/** The part of HarfBuzz's subset library that is called here; all arguments are addresses or numbers. */
interface SubsetLibrary {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(at: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Node has WebAssembly; the types of Node 20 do not name it, those of browsers would bring a window. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** hb-subset.h: no hints, glyph ids as they were, no closure over layout. */
const FLAGS = 0x1 | 0x2 | 0x200;
/** hb-subset.h: HB_SUBSET_SETS_DROP_TABLE_TAG. */
const DROP_TABLES = 3;
/** hb-blob.h: HB_MEMORY_MODE_READONLY. */
const READ_ONLY = 1;

/** Tables that a composite font in a PDF is never asked for: it is addressed by glyph, already shaped. */
const DROPPED =
  'GSUB GPOS GDEF BASE JSTF kern morx name post cmap OS/2 STAT gasp DSIG meta hdmx VDMX LTSH PCLT FFTM'.split(
    ' ',
  );

let library: SubsetLibrary | undefined;

function subsetLibrary(): SubsetLibrary {
  if (library !== undefined) return library;
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  library = instance.exports as SubsetLibrary;
  library._initialize();
  return library;
}

/** A face with the outlines of these glyphs only; glyph ids stay as they were. */
export function subsetFont(face: Face, glyphs: Iterable<number>): Uint8Array {
  const hb = subsetLibrary();
  const data = hb.malloc(face.bytes.length);
  new Uint8Array(hb.memory.buffer).set(face.bytes, data);
  const blob = hb.hb_blob_create(data, face.bytes.length, READ_ONLY, 0, 0);
  const whole = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    fillInput(hb, input, glyphs);
    const subset = hb.hb_subset_or_fail(whole, input);
    if (subset === 0) throw new Error(`the face ${face.id} could not be subset`);
    return takeBytes(hb, subset);
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(whole);
    hb.hb_blob_destroy(blob);
    hb.free(data);
  }
}

function fillInput(hb: SubsetLibrary, input: number, glyphs: Iterable<number>): void {
  hb.hb_subset_input_set_flags(input, FLAGS);
  const kept = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(kept, glyph);
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES);
  for (const tag of DROPPED) hb.hb_set_add(dropped, tagNumber(tag));
}

function takeBytes(hb: SubsetLibrary, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face);
  const at = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer, at, hb.hb_blob_get_length(blob)).slice();
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(face);
  return bytes;
}

/** A table's four letters as the number that OpenType files hold. */
const tagNumber = (tag: string): number =>
  Buffer.from(tag.padEnd(4, ' '), 'latin1').readUInt32BE(0);
