import type { FileRead, World } from '../world.js';
import { stateOf } from './kept-reads.js';

/**
 * A world as one run sees it: each file and list is asked for once, so that nothing changes in the middle of
 * the run; and it remembers all that it was asked for, files that were not there and globs too.
 */
export interface SeenWorld extends World {
  /** Files that `now` would read otherwise, that are gone or that came: sorted, each once. */
  changed(now: World): readonly string[];
  /** Lets go of the files' bytes; what they were is still known by their hashes. */
  forget(): void;
}

/** `installed`: files of packages, kept as long as the caller likes; they do not change while a process runs. */
export function seenWorld(world: World, installed: Map<string, FileRead> = new Map()): SeenWorld {
  const reads = new Map<string, FileRead>();
  const asked = new Map<string, { readonly limit: number | undefined; readonly state: string }>();
  const lists = new Map<string, readonly string[]>();
  return {
    today: world.today,
    read(path, limit) {
      const known = reads.get(path);
      const isOfUse = known && !(known.kind === 'too-large' && known.limit !== limit);
      const read = isOfUse ? known : world.read(path, limit);
      reads.set(path, read);
      const within = upTo(read, limit);
      if (!asked.has(path)) asked.set(path, { limit, state: stateOf(within) });
      return within;
    },
    list: (pattern) => kept(lists, pattern, () => world.list(pattern)),
    readPackage: (specifier) => kept(installed, specifier, () => world.readPackage(specifier)),
    changed(now) {
      const read = [...asked]
        .filter(([path, { limit, state }]) => stateOf(now.read(path, limit)) !== state)
        .map(([path]) => path);
      const listed = [...lists].flatMap(([pattern, was]) => difference(was, now.list(pattern)));
      return [...new Set([...read, ...listed])].sort();
    },
    forget: () => reads.clear(),
  };
}

/** The same reading for somebody who wants no more than so many bytes. */
const upTo = (read: FileRead, limit: number | undefined): FileRead =>
  read.kind === 'bytes' && limit !== undefined && read.bytes.length > limit
    ? { kind: 'too-large', size: read.bytes.length, limit }
    : read;

const difference = (was: readonly string[], is: readonly string[]): readonly string[] => [
  ...was.filter((it) => !is.includes(it)),
  ...is.filter((it) => !was.includes(it)),
];

function kept<V>(store: Map<string, V>, key: string, make: () => V): V {
  const known = store.get(key);
  if (known !== undefined) return known;
  const value = make();
  store.set(key, value);
  return value;
}
