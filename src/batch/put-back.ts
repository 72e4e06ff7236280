import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../cache/store.js';
import { UNFINISHED } from './atomic-file.js';
import { fileHash } from './file-hash.js';
import { type Held, holdsBytes } from './holds-bytes.js';
import { KeptBytes } from './kept-bytes.js';
import type { KeptEdition, KeptFile } from './kept-run.js';
import { takeLock } from './lock.js';
import { belowFolder, Outlet } from './outlet.js';

/** What became of a kept edition's files. */
export interface PutBack {
  /** How many leaflets and pages stood as they were made, and how many files were put back. */
  readonly standing: number;
  readonly putBack: number;
  /** File below the campaign's folder -> why it was put back; undefined where it stood. */
  readonly reasons: ReadonlyMap<string, string | undefined>;
}

/** Where a kept run is to stand. */
export interface PlaceOfRun {
  /** The campaign's own folder, absolute, and as the user typed it. */
  readonly folder: string;
  readonly shown: string;
}

/**
 * Sees to it that all files of a kept run stand in their folder, byte for byte: what is missing or was changed
 * is made again from the store. Undefined where that cannot be done here and now, so that the run has to be made: the
 * folder holds another run, one that was killed or one that goes on, the store has lost something, the disk is full.
 */
export function putBackRun(
  editions: readonly KeptEdition[],
  place: PlaceOfRun,
  store: Store,
): readonly PutBack[] | undefined {
  const folders = editions.map((kept) => new EditionFolder(kept, place, store));
  if (existsSync(join(place.folder, '.lock')) || !folders.every((it) => it.look()))
    return undefined;
  if (folders.every((it) => it.isAsMade)) return folders.map((it) => it.result);
  return write(folders, place) ? folders.map((it) => it.result) : undefined;
}

/** False when something stood in the way; what was written by then is whole. */
function write(folders: readonly EditionFolder[], { folder, shown }: PlaceOfRun): boolean {
  if (folders.some((it) => it.open().length > 0)) return false;
  const lock = takeLock(join(folder, '.lock'), `${shown}/.lock`);
  if (!lock.value) return false;
  try {
    // Between the look and the lock another run may have come and gone.
    return folders.every((it) => it.isStillOurs) && folders.every((it) => it.write());
  } finally {
    lock.value.release();
  }
}

const WHY: Readonly<Record<Exclude<Held, 'same'>, string>> = {
  missing: 'the file was gone',
  other: 'the file was not as it was made',
};

/** One of the folders of a kept run. */
class EditionFolder {
  readonly #kept: KeptEdition;
  readonly #bytes: KeptBytes;
  readonly #outlet: Outlet;
  #standing: readonly Held[] = [];

  constructor(kept: KeptEdition, place: PlaceOfRun, store: Store) {
    this.#kept = kept;
    this.#bytes = new KeptBytes(kept, store);
    this.#outlet = new Outlet({ ...place, draft: kept.draft, edition: kept.edition });
  }

  /** Looks at every file; false where this is no folder to put anything back into, or something cannot be. */
  look(): boolean {
    if (!this.isStillOurs) return false;
    this.#standing = this.#kept.files.map((file) => this.#standingOf(file));
    return this.#kept.files.every(
      ({ from }, at) => from !== undefined || this.#standing[at] === 'same',
    );
  }

  /**
   * Whether the folder holds this run or none, and no run was killed here: any other has files that this one would have
   * to take away, or is for a run that knows how to go on from it.
   */
  get isStillOurs(): boolean {
    const { home, sub } = this.#outlet;
    const manifest = this.#kept.files.at(-1);
    if (!manifest || this.#standingOf(manifest) === 'other') return false;
    if (existsSync(join(home, 'journal.ndjson'))) return false;
    const folders = new Set([home, join(home, sub)]);
    return [...folders].every((it) => !namesIn(it).some((name) => name.endsWith(UNFINISHED)));
  }

  get isAsMade(): boolean {
    return this.#standing.every((it) => it === 'same');
  }

  open() {
    return this.#outlet.open();
  }

  /** False when something stood in the way of a file. */
  write(): boolean {
    return this.#kept.files.every((file, at) => {
      if (this.#standing[at] === 'same') return true;
      const parts = this.#bytes.partsOf(file);
      const isLast = at === this.#kept.files.length - 1;
      if (!parts) return false;
      const faults = isLast
        ? this.#outlet.writeSynced(file.file, parts)
        : this.#outlet.write(file.file, parts);
      return faults.length === 0;
    });
  }

  get result(): PutBack {
    const { files } = this.#kept;
    const isNew = this.#standing.at(-1) === 'missing';
    const reasons = new Map<string, string | undefined>();
    for (const [at, { file, isTold }] of files.entries()) {
      const standing = this.#standing[at] ?? 'same';
      const why = standing === 'same' ? undefined : isNew ? 'new' : WHY[standing];
      if (isTold) reasons.set(belowFolder(file, this.#kept), why);
    }
    const told = [...reasons.values()];
    const standing = told.filter((why) => why === undefined).length;
    const putBack = this.#standing.filter((it) => it !== 'same').length;
    return { standing, putBack, reasons };
  }

  #standingOf(file: KeptFile): Held {
    const path = this.#outlet.pathOf(file.file);
    if (!existsSync(path)) return 'missing';
    // To fill a form and compare is quicker than to hash all that forms have alike once more for each leaflet.
    const parts = typeof file.from === 'object' ? this.#bytes.partsOf(file) : undefined;
    if (parts) return holdsBytes(path, parts);
    return fileHash(path)?.sha256 === file.sha256 ? 'same' : 'other';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
