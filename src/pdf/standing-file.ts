import { HashedStart } from '../units/hash.js';
import type { FinishedFile } from './pdf-file.js';

/** What stands between `obj` and `endobj`, by the object's number; Latin-1 where it is text. */
export type OpenObjects = ReadonlyMap<number, Uint8Array>;

/** A finished file in parts that lie behind each other. */
export interface PartedFile {
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  readonly sha256: string;
}

/** Chunks smaller than this are put together; larger ones are shared with other files as they are. Our choice. */
const SMALL = 4096;

/** A line of the cross-reference table: ten digits, five digits, a letter, two ends of line (ISO 32000-1, 7.5.4). */
const XREF_LINE = 20;
const XREF_DIGITS = 10;

/**
 * A file kept standing, as printers keep type: all objects that the files of a form have alike lie ready
 * as bytes, and the few that differ are filled in for each. pdfkit has written it once; what a file
 * costs after that is its own objects, the places of those objects, and copying.
 */
export class StandingFile {
  readonly #start: readonly Uint8Array[];
  readonly #startSize: number;
  readonly #hashed: HashedStart;
  readonly #xref: Buffer;
  readonly #xrefHead: Buffer;
  readonly #trailer: string;

  /** `open`: numbers of the objects that are filled in for each file; what the finished file holds of them is left out. */
  constructor(file: FinishedFile, open: readonly number[]) {
    const left = new Set(open);
    const objects = objectsOf(file).filter(({ number }) => !left.has(number));
    const chunks = [between(file.chunks, 0, firstOffset(file))];
    let at = firstOffset(file);
    this.#xrefHead = Buffer.from(`xref\n0 ${file.offsets.length + 1}\n`, 'latin1');
    this.#xref = Buffer.alloc(XREF_LINE * (file.offsets.length + 1), '0000000000 00000 n \n');
    this.#xref.write('0000000000 65535 f \n', 0, 'latin1');
    for (const { number, start, end } of objects) {
      chunks.push(between(file.chunks, start, end));
      writeOffset(this.#xref, number, at);
      at += end - start;
    }
    this.#start = merged(chunks.flat());
    this.#startSize = at;
    this.#hashed = new HashedStart(this.#start);
    this.#trailer = `trailer\n<<\n/Size ${file.offsets.length + 1}\n/Root ${file.root} 0 R\n/Info ${file.info} 0 R\n`;
  }

  /** A whole file: what is alike, then the open objects. `id`: 32 hex digits for the trailer. */
  fill(objects: OpenObjects, id: string): PartedFile {
    const own: Uint8Array[] = [];
    const xref = Buffer.from(this.#xref);
    let at = this.#startSize;
    for (const [number, body] of objects) {
      const head = Buffer.from(`${number} 0 obj\n`, 'latin1');
      own.push(head, body, END_OF_OBJECT);
      writeOffset(xref, number, at);
      at += head.length + body.length + END_OF_OBJECT.length;
    }
    const trailer = `${this.#trailer}/ID [<${id}> <${id}>]\n>>\nstartxref\n${at}\n%%EOF\n`;
    const end = Buffer.concat([...own, this.#xrefHead, xref, Buffer.from(trailer, 'latin1')]);
    return {
      parts: [...this.#start, end],
      size: this.#startSize + end.length,
      sha256: this.#hashed.with(end),
    };
  }
}

const END_OF_OBJECT = Buffer.from('\nendobj\n', 'latin1');

function writeOffset(xref: Buffer, number: number, offset: number): void {
  xref.write(String(offset).padStart(XREF_DIGITS, '0'), XREF_LINE * number, 'latin1');
}

const firstOffset = ({ offsets }: FinishedFile): number => Math.min(...offsets);

interface PlacedObject {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The objects in the order in which they lie in the file. */
function objectsOf({ offsets, xrefAt }: FinishedFile): readonly PlacedObject[] {
  const placed = offsets
    .map((start, index) => ({ number: index + 1, start }))
    .sort((a, b) => a.start - b.start);
  return placed.map((it, index) => ({ ...it, end: placed[index + 1]?.start ?? xrefAt }));
}

/** The bytes from one place of a file to another, as views of its chunks. */
function between(chunks: readonly Uint8Array[], start: number, end: number): Uint8Array[] {
  const views: Uint8Array[] = [];
  let at = 0;
  for (const chunk of chunks) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, chunk.length);
    if (from < to) views.push(chunk.subarray(from, to));
    at += chunk.length;
    if (at >= end) break;
  }
  return views;
}

/** The same bytes in few chunks: small neighbours put together, large ones left as they are. */
function merged(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  const out: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const close = () => {
    if (small.length > 0) out.push(Buffer.concat(small));
    small = [];
  };
  for (const chunk of chunks) {
    if (chunk.length < SMALL) small.push(chunk);
    else {
      close();
      out.push(chunk);
    }
  }
  close();
  return out;
}
