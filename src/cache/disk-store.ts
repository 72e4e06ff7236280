import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  futimesSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../diagnostics/finding.js';
import { addressOf, bytesOfEntry, entryHead } from './entry.js';
import { cannotKeep, noFolder, notOurs } from './findings.js';
import { isOwn, makeFolderOnce, makeOwnFolder, stateOf } from './own-folder.js';
import { type Kept, partsOf, type Store } from './store.js';
import { keepWithin, unfinishedName } from './thin-out.js';

/** How exactly the day of an entry's last use is kept, milliseconds: to write it at each use would cost more than it is worth. */
const USED_LATELY = 12 * 3600 * 1000;

/** Where and for whom a store on the disk keeps. */
export interface DiskStoreOptions {
  /** Absolute. */
  readonly folder: string;
  /** A hash of the code that runs, and of what it runs on: nothing is shared with another. */
  readonly maker: string;
  /** Most bytes that the folder may hold; it is looked at when the store is closed. */
  readonly limit: number;
}

/**
 * A store in a folder, which many runs may use at once. An entry has its name only when it is whole, and is held
 * against its own hash whenever it is read. A disk that is full, a folder that cannot be written, an entry that
 * is torn never stop a run: it goes on without. A folder that others can write to is not used at all.
 */
export class DiskStore implements Store {
  readonly #options: DiskStoreOptions;
  #state: 'unopened' | 'open' | 'read-only' | 'shut' = 'unopened';
  #trouble: Finding | undefined;
  #put = 0;

  constructor(options: DiskStoreOptions) {
    this.#options = options;
  }

  /** Why nothing could be kept, or read; at most one. */
  get findings(): readonly Finding[] {
    return this.#trouble ? [this.#trouble] : [];
  }

  get keeps(): boolean {
    return this.#state === 'unopened' || this.#state === 'open';
  }

  get(kind: string, key: string): Uint8Array | undefined {
    if (!this.#opened('to read')) return undefined;
    const address = addressOf(this.#options.maker, kind, key);
    const path = this.#pathOf(address);
    const entry = readOwn(path);
    const bytes = entry && bytesOfEntry(entry, address);
    if (entry && !bytes) removeQuietly(path);
    return bytes;
  }

  put(kind: string, key: string, bytes: Kept): void {
    if (!this.#opened('to write')) return;
    const address = addressOf(this.#options.maker, kind, key);
    const parts = partsOf(bytes);
    try {
      this.#put += write(this.#pathOf(address), entryHead(address, parts), parts);
    } catch (error) {
      // The next entry would meet the same.
      this.#state = 'read-only';
      this.#trouble = cannotKeep(this.#options.folder, error);
    }
  }

  /** Ends a run's use of the store; the folder is brought back to its size. */
  close(): void {
    if (this.#put > 0) keepWithin(this.#options.folder, this.#options.limit, this.#put);
    this.#put = 0;
  }

  #opened(what: 'to read' | 'to write'): boolean {
    if (this.#state === 'unopened') this.#open(what);
    return this.#state === 'open' || (this.#state === 'read-only' && what === 'to read');
  }

  #open(what: 'to read' | 'to write'): void {
    const { folder } = this.#options;
    try {
      if (stateOf(folder) === 'missing') {
        if (what === 'to read') return;
        makeOwnFolder(folder);
      }
      const state = stateOf(folder);
      this.#state = state === 'own' ? 'open' : 'shut';
      if (state === 'not-own') this.#trouble = notOurs(folder);
      if (state === 'no-folder') this.#trouble = noFolder(folder);
    } catch (error) {
      this.#state = 'shut';
      this.#trouble = cannotKeep(folder, error);
    }
  }

  #pathOf(address: string): string {
    return join(this.#options.folder, address.slice(0, 2), address.slice(2));
  }
}

/** An entry that nobody but this user can have written; undefined where there is none, or none that can be read. */
function readOwn(path: string): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (!stat.isFile() || !isOwn(stat)) return undefined;
    const bytes = readFileSync(file);
    if (Date.now() - stat.mtimeMs > USED_LATELY) markUsed(file);
    return bytes;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function markUsed(file: number): void {
  try {
    futimesSync(file, new Date(), new Date());
  } catch {
    // On a disk that cannot be written to nothing is thrown out either.
  }
}

/** Writes an entry, unless the same stands there already. Gives the bytes written. */
function write(path: string, head: Uint8Array, parts: readonly Uint8Array[]): number {
  const size = parts.reduce((sum, { length }) => sum + length, head.length);
  if (stands(path, head, size)) return 0;
  const unfinished = join(dirname(path), unfinishedName(process.pid, randomBytes(8)));
  try {
    writeNew(unfinished, [head, ...parts], size);
    renameSync(unfinished, path);
    return size;
  } catch (error) {
    removeQuietly(unfinished);
    // Windows renames nothing over a file that another run is reading just now.
    if (stands(path, head, size)) return 0;
    throw error;
  }
}

/** Whether an entry with this head stands there, which names the hash of all of it; it is marked as used then. */
function stands(path: string, head: Uint8Array, size: number): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).size !== size) return false;
    const there = Buffer.alloc(head.length);
    readSync(file, there, 0, there.length, 0);
    const isSame = Buffer.compare(there, head) === 0;
    if (isSame) markUsed(file);
    return isSame;
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function writeNew(path: string, parts: readonly Uint8Array[], size: number): void {
  const file = openNew(path);
  try {
    if (writevSync(file, parts) !== size) throw diskFull();
  } finally {
    closeSync(file);
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolderOnce(dirname(path));
    return openSync(path, 'wx', 0o600);
  }
}

/** A disk takes part of what it is given only where it has no room for the rest. */
const diskFull = (): Error => Object.assign(new Error('cut short'), { code: 'ENOSPC' });

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays, and counts as not there.
  }
}
