import { posix } from 'node:path';
import fastGlob from 'fast-glob';
import { openWorld } from '../../src/outside.js';
import type { FileRead, World } from '../../src/world.js';

/** The project's own folder: its shipped files and packages lie here. */
const PROJECT = new URL('../..', import.meta.url).pathname;

/** How a world of a test differs from an empty one. */
export interface FakeWorldOptions {
  /** The day of the run. */
  readonly today?: string;
  /** Whether the files that the project ships lie behind the given ones, as they do for a user. */
  readonly shipped?: boolean;
}

/** The day on which every test runs, unless it says another. */
const TEST_DAY = '2026-11-23';

/** A world in memory: these files, and no others unless `shipped` asks for them. Packages are always real. */
export function fakeWorld(
  files: Readonly<Record<string, string | Uint8Array>>,
  { today = TEST_DAY, shipped = false }: FakeWorldOptions = {},
): World {
  const real = openWorld({ workspace: PROJECT, packageRoot: PROJECT, today });
  const held = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    today,
    read: (path, limit = Number.POSITIVE_INFINITY) => {
      if (path.startsWith('/') || path.split(/[/\\]/).includes('..')) return { kind: 'outside' };
      const bytes = held.get(path);
      if (bytes !== undefined) return upTo(limit, bytes);
      return shipped ? real.read(path, limit) : { kind: 'missing' };
    },
    list: (pattern) => {
      const own = globInMemory([...held.keys()], pattern);
      return [...new Set([...own, ...(shipped ? real.list(pattern) : [])])].sort();
    },
    readPackage: (specifier) => real.readPackage(specifier),
  };
}

const upTo = (limit: number, bytes: Uint8Array): FileRead =>
  bytes.length > limit
    ? { kind: 'too-large', size: bytes.length, limit }
    : { kind: 'bytes', bytes };

/** The same glob as the real world's, on a folder tree that exists only in these paths. */
function globInMemory(paths: readonly string[], pattern: string): readonly string[] {
  const folders = new Map<string, Map<string, 'file' | 'folder'>>([['/', new Map()]]);
  for (const path of paths) {
    const steps = path.split('/');
    steps.forEach((step, index) => {
      const folder = posix.join('/', ...steps.slice(0, index));
      const kind = index === steps.length - 1 ? 'file' : 'folder';
      folders.set(folder, (folders.get(folder) ?? new Map()).set(step, kind));
    });
  }
  const entryOf = (name: string, kind: 'file' | 'folder') => ({
    name,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => false,
    isBlockDevice: () => false,
    isCharacterDevice: () => false,
    isFIFO: () => false,
    isSocket: () => false,
  });
  const statOf = (path: string) => {
    const kind = folders.get(posix.dirname(path))?.get(posix.basename(path));
    if (kind !== undefined) return entryOf(posix.basename(path), kind);
    if (folders.has(path)) return entryOf(posix.basename(path), 'folder');
    throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
  };
  const readdirSync = (path: string) =>
    [...(folders.get(path) ?? [])].map(([name, kind]) => entryOf(name, kind));
  const fs = { lstatSync: statOf, statSync: statOf, readdirSync };
  return fastGlob.sync(pattern, { cwd: '/', fs: fs as never, extglob: false });
}
