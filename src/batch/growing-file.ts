import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { LongFile } from '../prove/pull-pages.js';
import { runningHash } from '../units/hash.js';
import { UNFINISHED } from './atomic-file.js';
import { longFile } from './long-file.js';

/** Bytes that are gathered before they are handed to the system. Our choice: past a megabyte nothing is gained. */
const GATHERED = 1024 * 1024;

/** A file that grows piece by piece under a temporary name, and gets its own only when it is whole. Throws what the system says. */
export class GrowingFile {
  readonly #path: string;
  readonly #file: number;
  readonly #hash = runningHash();
  /** One room for all pieces on their way: a piece of its own for each would be gone a moment later. */
  readonly #room = Buffer.allocUnsafe(GATHERED);
  #waiting = 0;
  #written = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(`${path}${UNFINISHED}`, 'w+');
  }

  /** Adds bytes, or a text of one byte a character (Latin-1). */
  add(piece: Uint8Array | string): void {
    if (this.#waiting + piece.length > GATHERED) this.#flush();
    if (piece.length > GATHERED) {
      this.#write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
      return;
    }
    if (typeof piece === 'string') this.#room.write(piece, this.#waiting, 'latin1');
    else this.#room.set(piece, this.#waiting);
    this.#waiting += piece.length;
  }

  /** What was added so far, to be read back before the file gets its name. */
  get soFar(): LongFile {
    this.#flush();
    return longFile(this.#file, this.#written);
  }

  /** Gives the file its name. */
  finish(): { readonly sha256: string; readonly bytes: number } {
    this.#flush();
    closeSync(this.#file);
    renameSync(`${this.#path}${UNFINISHED}`, this.#path);
    return { sha256: this.#hash.digest('hex'), bytes: this.#written };
  }

  /** Takes away what was begun. */
  abandon(): void {
    try {
      closeSync(this.#file);
    } catch {
      // It was closed before.
    }
    rmSync(`${this.#path}${UNFINISHED}`, { force: true });
  }

  #flush(): void {
    this.#write(this.#room.subarray(0, this.#waiting));
    this.#waiting = 0;
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#written += bytes.length;
  }
}
