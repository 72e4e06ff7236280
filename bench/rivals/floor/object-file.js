// A PDF that is written object by object: memory holds a chunk of it, and where its objects lie.
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { objectText, trailerText, XREF_FIRST, xrefLine } from './kind.js';

/** What is written at a time, in bytes. */
const CHUNK = 256 * 1024;

export class ObjectFile {
  #path;
  #file;
  #offsets = [];
  #size = 0;
  #waiting = '%PDF-1.6\n%\xff\xff\xff\xff\n';
  #next;

  /** `next`: the first object number that is free. */
  constructor(path, next) {
    this.#path = path;
    this.#file = openSync(`${path}.unfinished`, 'w');
    this.#next = next;
  }

  number() {
    this.#next += 1;
    return this.#next - 1;
  }

  put(number, body) {
    this.#offsets[number] = this.#size + this.#waiting.length;
    this.#add(objectText(number, body));
  }

  end(trailer, id) {
    const at = this.#size + this.#waiting.length;
    this.#add(`xref\n0 ${this.#next}\n${XREF_FIRST}`);
    for (let number = 1; number < this.#next; number += 1) {
      const offset = this.#offsets[number];
      this.#add(offset === undefined ? XREF_FIRST : xrefLine(offset));
    }
    this.#add(trailerText(trailer, this.#next, id, at));
    this.#flush();
    closeSync(this.#file);
    renameSync(`${this.#path}.unfinished`, this.#path);
  }

  #add(text) {
    this.#waiting += text;
    if (this.#waiting.length > CHUNK) this.#flush();
  }

  #flush() {
    writeSync(this.#file, Buffer.from(this.#waiting, 'latin1'));
    this.#size += this.#waiting.length;
    this.#waiting = '';
  }
}
