import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf, type Store } from '../cache/store.js';
import type { Press } from '../pdf/press.js';
import type { OwnWords, StandingData } from '../pdf/standing-data.js';
import { hashOfParts, sha256Hex } from '../units/hash.js';
import { type KeptEdition, type KeptFile, KIND, WORDS_TOGETHER } from './kept-run.js';
import type { MadeFile } from './run-batch.js';
import { standingEntry } from './standing-entry.js';

/** Most bytes of whole files that are kept of one edition, or none of them. Our choice: what is larger is made again about as fast. */
const MOST_WHOLE = 64 * 1024 * 1024;

/** A finished edition that is to be kept. */
export interface FinishedEdition {
  readonly draft: boolean;
  readonly edition: 'print' | 'reader';
  /** Where its manifest lies, absolute. */
  readonly home: string;
  /** In the order in which they may get their names again: the manifest last. */
  readonly files: readonly MadeFile[];
  readonly press: Press;
}

/**
 * Puts into the store what the files of a run can be made from again: of leaflets their form's file and the words of
 * their own, of others all bytes. Undefined where a file is no longer as the run left it.
 */
export function keepEdition(finished: FinishedEdition, store: Store): KeptEdition | undefined {
  const keeper = new Keeper(finished, store);
  const files: KeptFile[] = [];
  for (const file of finished.files) {
    const kept = keeper.keep(file);
    if (!kept) return undefined;
    files.push(kept);
  }
  const { draft, edition } = finished;
  return { draft, edition, files, ...keeper.end() };
}

class Keeper {
  readonly #finished: FinishedEdition;
  readonly #store: Store;
  readonly #standings = new Map<StandingData, number>();
  readonly #standingKeys: string[] = [];
  readonly #wordKeys: string[] = [];
  #words: OwnWords[] = [];
  #count = 0;
  /** Whether files that are not filled forms are kept. A file of a hundred thousand leaflets is not even read. */
  readonly #keepsWhole: boolean;

  constructor(finished: FinishedEdition, store: Store) {
    this.#finished = finished;
    this.#store = store;
    const whole = finished.files.filter(({ leaflet }) => !leaflet || !finished.press.type);
    const bytes = whole.reduce((sum, { file }) => sum + sizeOf(join(finished.home, file)), 0);
    this.#keepsWhole = bytes <= MOST_WHOLE;
  }

  keep({ leaflet, ...file }: MadeFile): KeptFile | undefined {
    const { type } = this.#finished.press;
    if (!leaflet || !type) return this.#keepsWhole ? this.#keepWhole(file) : file;
    const form = this.#standing(type.standing(leaflet));
    return { ...file, from: { form, at: this.#own(type.own(leaflet).words) } };
  }

  end(): Pick<KeptEdition, 'standings' | 'words'> {
    this.#putWords();
    return { standings: this.#standingKeys, words: this.#wordKeys };
  }

  #keepWhole(file: KeptFile): KeptFile | undefined {
    const bytes = readIfThere(join(this.#finished.home, file.file));
    if (bytes === undefined || sha256Hex(bytes) !== file.sha256) return undefined;
    this.#store.put(KIND.file, file.sha256, bytes);
    return { ...file, from: 'file' };
  }

  #standing(data: StandingData): number {
    const known = this.#standings.get(data);
    if (known !== undefined) return known;
    const entry = standingEntry(data);
    const key = hashOfParts(partsOf(entry));
    this.#store.put(KIND.standing, key, entry);
    this.#standings.set(data, this.#standings.size);
    this.#standingKeys.push(key);
    return this.#standings.size - 1;
  }

  #own(words: OwnWords): number {
    this.#words.push(words);
    if (this.#words.length === WORDS_TOGETHER) this.#putWords();
    this.#count += 1;
    return this.#count - 1;
  }

  #putWords(): void {
    if (this.#words.length === 0) return;
    const entry = Buffer.from(JSON.stringify(this.#words));
    const key = sha256Hex(entry);
    this.#store.put(KIND.words, key, entry);
    this.#wordKeys.push(key);
    this.#words = [];
  }
}

/** Bytes of a file; 0 where it is not there. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
