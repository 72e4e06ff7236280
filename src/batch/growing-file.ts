import { closeSync, openSync, renameSync, rmSync, writevSync } from 'node:fs';
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
  #waiting: Uint8Array[] = [];
  #waitingSize = 0;
  #written = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(`${path}${UNFINISHED}`, 'w+');
  }

  add(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#waitingSize += bytes.length;
    this.#hash.update(bytes);
    if (this.#waitingSize >= GATHERED) this.#flush();
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
    let parts = this.#waiting;
    this.#waiting = [];
    this.#waitingSize = 0;
    while (parts.length > 0) {
      let taken = writevSync(this.#file, parts);
      this.#written += taken;
      const whole = parts.findIndex(({ length }) => {
        if (taken < length) return true;
        taken -= length;
        return false;
      });
      const cut = whole < 0 ? undefined : parts[whole]?.subarray(taken);
      parts = cut === undefined ? [] : [cut, ...parts.slice(whole + 1)];
    }
  }
}
