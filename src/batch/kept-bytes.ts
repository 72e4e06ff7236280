import type { Store } from '../cache/store.js';
import type { OwnWords } from '../pdf/standing-data.js';
import { StandingFile } from '../pdf/standing-file.js';
import { sha256Hex } from '../units/hash.js';
import { type KeptEdition, type KeptFile, KIND, WORDS_TOGETHER } from './kept-run.js';
import { standingOfEntry } from './standing-entry.js';

/** Makes files of a kept run again, from what the store has of them. Gives no bytes but those that the run made. */
export class KeptBytes {
  readonly #kept: KeptEdition;
  readonly #store: Store;
  readonly #forms = new Map<number, StandingFile | undefined>();
  /** The words that were read last: files come in the order of the plan. */
  #words: { readonly index: number; readonly all: readonly OwnWords[] } | undefined;

  constructor(kept: KeptEdition, store: Store) {
    this.#kept = kept;
    this.#store = store;
  }

  /** A file in parts that lie behind each other, held against its hash; undefined where it cannot be made. */
  partsOf({ from, sha256 }: KeptFile): readonly Uint8Array[] | undefined {
    if (from === undefined) return undefined;
    if (from === 'file') {
      const bytes = this.#store.get(KIND.file, sha256);
      return bytes && sha256Hex(bytes) === sha256 ? [bytes] : undefined;
    }
    const words = this.#wordsAt(from.at);
    const made = words && this.#form(from.form)?.fill(words);
    return made?.sha256 === sha256 ? made.parts : undefined;
  }

  #form(index: number): StandingFile | undefined {
    if (!this.#forms.has(index)) {
      const entry = this.#store.get(KIND.standing, this.#kept.standings[index] ?? '');
      this.#forms.set(index, entry && new StandingFile(standingOfEntry(entry)));
    }
    return this.#forms.get(index);
  }

  #wordsAt(at: number): OwnWords | undefined {
    const index = Math.floor(at / WORDS_TOGETHER);
    if (this.#words?.index !== index) {
      const entry = this.#store.get(KIND.words, this.#kept.words[index] ?? '');
      this.#words = { index, all: entry ? JSON.parse(Buffer.from(entry).toString()) : [] };
    }
    return this.#words.all[at % WORDS_TOGETHER];
  }
}
