/**
 * A form's file kept standing, as plain data: it can be handed to another thread or kept on a disk, and filled there
 * with what each leaflet says on its own. No font, no typesetter and no pdfkit is needed for that.
 */
export interface StandingData {
  /** What all files of the form begin with, in parts that lie behind each other. */
  readonly parts: readonly Uint8Array[];
  /** Of all parts together, bytes. */
  readonly size: number;
  /** Where each object begins, by its number less one; 0 for those left open. */
  readonly offsets: Float64Array;
  /** Catalogue and Info dictionary, as the trailer names them. */
  readonly roots: string;
  /** Numbers of the objects that each leaflet fills in; `contents` by side. */
  readonly open: OpenObjects;
  readonly producer: string;
  /** `YYYY-MM-DD`. */
  readonly prepared: string;
}

/** Objects that a file leaves open for what a leaflet says on its own. */
interface OpenObjects {
  readonly title: number;
  readonly metadata: number;
  readonly contents: readonly number[];
}

/** What one leaflet's file says beside what its form says, set and drawn. */
export interface OwnWords {
  readonly title: string;
  /** 32 hex digits that are the same when, and only when, what the file says is the same. */
  readonly id: string;
  /** By side: operators that draw its values over the panels, Latin-1. */
  readonly contents: readonly string[];
}

/**
 * The same with its bytes in memory that threads share, so that handing it over copies none of them. A copy lasts as long
 * as somebody holds a form of which it is a part.
 */
export class SharedBytes {
  readonly #known = new WeakMap<ArrayBufferLike, Map<string, WeakRef<Uint8Array>>>();

  standing(data: StandingData): StandingData {
    return {
      ...data,
      parts: data.parts.map((part) => this.#share(part)),
      offsets: new Float64Array(sharedCopy(asBytes(data.offsets)).buffer),
    };
  }

  /** Parts that several forms have alike, such as a font or a panel, are copied once. */
  #share(part: Uint8Array): Uint8Array {
    const ofBuffer = this.#known.get(part.buffer) ?? new Map<string, WeakRef<Uint8Array>>();
    this.#known.set(part.buffer, ofBuffer);
    const key = `${part.byteOffset} ${part.length}`;
    const known = ofBuffer.get(key)?.deref();
    if (known !== undefined) return known;
    const copy = sharedCopy(part);
    ofBuffer.set(key, new WeakRef(copy));
    return copy;
  }
}

const asBytes = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function sharedCopy(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
