import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold no input, and often very much else. */
const NOT_LOOKED_INTO = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** A folder under watch. `id` tells it from one that came later under its name. */
interface Watched {
  readonly watcher: FSWatcher;
  readonly id: string;
}

/**
 * Hints that something may have been saved below some folders. Each folder is watched by itself: watching a
 * tree is made up by Node on Linux, and misses folders that come later. What was saved, and whether it
 * matters, the files themselves must say: a hint may come twice, late, or for nothing.
 */
export class FolderHints {
  readonly #home: string;
  readonly #trees: readonly string[];
  readonly #onHint: () => void;
  readonly #watched = new Map<string, Watched>();

  /** Watches a folder itself, and those of its folders that are named with all that lie in them. */
  constructor(home: string, trees: readonly string[], onHint: () => void) {
    this.#home = home;
    this.#trees = trees;
    this.#onHint = onHint;
    this.follow();
  }

  /** Watches the folders that have come since the last time. */
  follow(): void {
    this.#watch(this.#home);
    for (const tree of this.#trees) this.#watchTree(join(this.#home, tree));
  }

  close(): void {
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  #watchTree(folder: string): void {
    this.#watch(folder);
    for (const name of foldersIn(folder)) this.#watchTree(join(folder, name));
  }

  /** A folder that cannot be watched (it is gone, there are too many) is left to whoever looks round now and then. */
  #watch(folder: string): void {
    const id = idOf(folder);
    const known = this.#watched.get(folder);
    if (known?.id === id) return;
    this.#lose(folder);
    if (id === undefined) return;
    try {
      const watcher = watch(folder, () => this.#onHint());
      watcher.on('error', () => this.#lose(folder));
      this.#watched.set(folder, { watcher, id });
    } catch {
      return;
    }
  }

  #lose(folder: string): void {
    this.#watched.get(folder)?.watcher.close();
    this.#watched.delete(folder);
  }
}

function idOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !NOT_LOOKED_INTO(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
