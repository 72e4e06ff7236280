import { HashedStart } from '../units/hash.js';
import { indirectObject, trailer, XREF_FIRST, xrefLine } from './indirect-object.js';
import type { FinishedFile } from './pdf-file.js';
import { type StandingStart, standingStart } from './standing-start.js';

/** What stands between `obj` and `endobj`, by the object's number; Latin-1 where it is text. */
export type OpenObjects = ReadonlyMap<number, Uint8Array | string>;

/** A finished file in parts that lie behind each other. */
export interface PartedFile {
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  readonly sha256: string;
}

/**
 * A file kept standing, as printers keep type: all objects that the files of a form have alike lie ready
 * as bytes, and the few that differ are filled in for each. pdfkit has written it once; what a file
 * costs after that is its own objects, the places of those objects, and copying.
 */
export class StandingFile {
  readonly #start: StandingStart;
  readonly #hashed: HashedStart;
  /** The cross-reference table, with the places of the open objects to be written over. */
  readonly #table: Buffer;
  readonly #head: Buffer;

  /** `open`: numbers of the objects that are filled in for each file; what the finished file holds of them is left out. */
  constructor(file: FinishedFile, open: readonly number[]) {
    this.#start = standingStart(file, open);
    this.#hashed = new HashedStart(this.#start.parts);
    const lines = this.#start.offsets.map(xrefLine);
    this.#head = Buffer.from(`xref\n0 ${lines.length + 1}\n`, 'latin1');
    this.#table = Buffer.from([XREF_FIRST, ...lines].join(''), 'latin1');
  }

  /** A whole file: what is alike, then the open objects. `id`: 32 hex digits for the trailer. */
  fill(objects: OpenObjects, id: string): PartedFile {
    const { parts, size, roots, offsets } = this.#start;
    const table = Buffer.from(this.#table);
    const own: Uint8Array[] = [];
    let at = size;
    for (const [number, body] of objects) {
      const object = indirectObject(number, body);
      own.push(object);
      table.write(xrefLine(at), XREF_FIRST.length * number, 'latin1');
      at += object.length;
    }
    const last = Buffer.from(trailer(offsets.length + 1, roots, id, at), 'latin1');
    const end = Buffer.concat([...own, this.#head, table, last]);
    return { parts: [...parts, end], size: size + end.length, sha256: this.#hashed.with(end) };
  }
}
