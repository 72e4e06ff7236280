import { HashedStart } from '../units/hash.js';
import {
  indirectObject,
  metadataBody,
  streamBody,
  trailer,
  XREF_FIRST,
  xrefLine,
} from './indirect-object.js';
import { pdfText } from './pdf-syntax.js';
import type { OwnWords, StandingData } from './standing-data.js';
import { xmpPacket } from './xmp.js';

/** A finished file in parts that lie behind each other. */
export interface PartedFile {
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  readonly sha256: string;
}

/**
 * A file kept standing, as printers keep type: all objects that the files of a form have alike lie ready
 * as bytes, and the few that differ are filled in for each. What a file costs is its own objects, the places
 * of those objects, and copying; any thread can do it.
 */
export class StandingFile {
  readonly #data: StandingData;
  readonly #hashed: HashedStart;
  /** The cross-reference table, with the places of the open objects to be written over. */
  readonly #table: Buffer;
  readonly #head: string;

  constructor(data: StandingData) {
    this.#data = data;
    this.#hashed = new HashedStart(data.parts);
    const lines = Array.from(data.offsets, xrefLine);
    this.#head = `xref\n0 ${lines.length + 1}\n`;
    this.#table = Buffer.from([XREF_FIRST, ...lines].join(''), 'latin1');
  }

  /** A whole file: what is alike, then what this leaflet says on its own. */
  fill({ title, id, contents }: OwnWords): PartedFile {
    const { parts, size, roots, offsets, open, producer, prepared } = this.#data;
    let own = '';
    const places: (readonly [number: number, place: number])[] = [];
    const add = (number: number, body: string) => {
      places.push([number, size + own.length]);
      own += indirectObject(number, body);
    };
    add(open.title, pdfText(title));
    add(open.metadata, metadataBody(xmpPacket({ title, producer, prepared, id })));
    for (const [side, number] of open.contents.entries())
      add(number, streamBody(contents[side] ?? ''));
    const before = own + this.#head;
    const last = trailer(offsets.length + 1, roots, id, size + own.length);
    const end = Buffer.allocUnsafe(before.length + this.#table.length + last.length);
    end.write(before, 'latin1');
    this.#table.copy(end, before.length);
    for (const [number, place] of places)
      end.write(xrefLine(place), before.length + XREF_FIRST.length * number, 'latin1');
    end.write(last, before.length + this.#table.length, 'latin1');
    return { parts: [...parts, end], size: size + end.length, sha256: this.#hashed.with(end) };
  }
}
