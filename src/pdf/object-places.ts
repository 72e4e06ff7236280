import { XREF_FIRST, xrefLine } from './indirect-object.js';

/** Lines of the cross-reference table that are written out at a time. */
const LINES = 10_000;

/** Where each object of a file begins, for files of a million objects: eight bytes each. */
export class ObjectPlaces {
  #places: Float64Array;
  #count: number;

  /** `known`: the places of the first objects, by their number less one; 0 for those that are not placed yet. */
  constructor(known: Iterable<number>) {
    this.#places = Float64Array.from(known);
    this.#count = this.#places.length;
  }

  /** How many lines the table has: one an object, and the head of the list of free ones. */
  get lines(): number {
    return this.#count + 1;
  }

  /** A new object's number. */
  take(): number {
    if (this.#count === this.#places.length) {
      const more = new Float64Array(2 * Math.max(this.#count, LINES));
      more.set(this.#places);
      this.#places = more;
    }
    this.#count += 1;
    return this.#count;
  }

  /** The same places, to be gone on with apart from these. */
  copy(): ObjectPlaces {
    return new ObjectPlaces(this.#places.subarray(0, this.#count));
  }

  put(number: number, place: number): void {
    this.#places[number - 1] = place;
  }

  /** The cross-reference table, piece by piece. */
  *table(): Generator<string> {
    yield `xref\n0 ${this.lines}\n${XREF_FIRST}`;
    for (let at = 0; at < this.#count; at += LINES) {
      let lines = '';
      const end = Math.min(at + LINES, this.#count);
      for (let index = at; index < end; index += 1) lines += xrefLine(this.#places[index] ?? 0);
      yield lines;
    }
  }
}
