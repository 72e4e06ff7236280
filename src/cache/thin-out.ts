import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What runs wrote since the cache was last looked through: a line a run, in bytes. */
const GROWN = 'grown';

/** The cache is looked through when this part of its limit has been written since the last time. */
const LOOKED_AT_EVERY = 1 / 16;

/** How full a cache that was too large is left. */
const LEFT = 3 / 4;

/** An entry that is still unfinished after so long, milliseconds, was left by a run that was killed. */
const FORSAKEN = 24 * 3600 * 1000;

/** The name of an entry that is being written. */
export const unfinishedName = (pid: number, random: Uint8Array): string =>
  `${pid}-${Buffer.from(random).toString('hex')}.unfinished`;

const SHELF = /^[0-9a-f]{2}$/;
const ENTRY = /^[0-9a-f]{62}$/;
const UNFINISHED = /^\d+-[0-9a-f]{16}\.unfinished$/;

/** A file of the cache. `used`: when it was last, milliseconds since 1970. */
export interface CacheFile {
  readonly path: string;
  readonly size: number;
  readonly used: number;
  readonly isWhole: boolean;
}

/** The files of a cache's folder that are the cache's own; whatever else lies there is nobody's business. */
export function cacheFiles(folder: string): readonly CacheFile[] {
  const shelves = namesIn(folder).filter((it) => SHELF.test(it));
  return shelves.flatMap((shelf) =>
    namesIn(join(folder, shelf)).flatMap((name) => {
      const isWhole = ENTRY.test(name);
      return isWhole || UNFINISHED.test(name) ? fileAt(join(folder, shelf, name), isWhole) : [];
    }),
  );
}

function fileAt(path: string, isWhole: boolean): CacheFile[] {
  try {
    const { size, mtimeMs } = statSync(path);
    return [{ path, size, used: mtimeMs, isWhole }];
  } catch {
    // Another run has thrown it out.
    return [];
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Throws out what was not used for longest, once enough was written for it to be worth looking. Never throws. */
export function keepWithin(folder: string, limit: number, written: number): void {
  try {
    const file = join(folder, GROWN);
    appendFileSync(file, `${written}\n`, { mode: 0o600 });
    const lines = readFileSync(file, 'utf8').split('\n');
    const grown = lines.reduce((sum, line) => sum + (Number(line) || 0), 0);
    if (grown <= limit * LOOKED_AT_EVERY) return;
    thinOut(folder, limit);
    writeFileSync(file, '');
  } catch {
    // A cache that cannot be thinned out now is thinned out by another run.
  }
}

function thinOut(folder: string, limit: number): void {
  const files = cacheFiles(folder);
  const now = Date.now();
  for (const { path } of files.filter((it) => !it.isWhole && now - it.used > FORSAKEN))
    remove(path);
  let size = files.reduce((sum, it) => sum + it.size, 0);
  if (size <= limit) return;
  const byUse = files.filter(({ isWhole }) => isWhole).sort((a, b) => a.used - b.used);
  for (const file of byUse) {
    if (size <= limit * LEFT) return;
    remove(file.path);
    size -= file.size;
  }
}

/** What a cache was emptied of. */
export interface Emptied {
  readonly files: number;
  readonly bytes: number;
}

/** Throws out all entries, and the folders that are empty then. Throws what the system says. */
export function emptyCache(folder: string): Emptied {
  const files = cacheFiles(folder);
  for (const { path } of files) rmSync(path, { force: true });
  for (const name of [GROWN, 'CACHEDIR.TAG']) rmSync(join(folder, name), { force: true });
  for (const shelf of namesIn(folder).filter((it) => SHELF.test(it)))
    removeEmpty(join(folder, shelf));
  removeEmpty(folder);
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else lies there, or another run has just put something in.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays for another time.
  }
}
