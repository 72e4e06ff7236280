import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { findFiles } from './find-files.js';
import type { FileRead, World } from './world.js';

/** Folders that the package ships: their files are found behind the workspace's own. */
export const SHIPPED_FOLDERS: ReadonlySet<string> = new Set([
  'campaigns',
  'brand-kits',
  'locales',
  'templates',
  'press',
]);

/** Most bytes of a file where the reader names no limit of its own. */
const ANY_FILE_LIMIT = 64 * 1024 * 1024;

/** Where the real world's files lie. */
export interface WorldOptions {
  /** The folder with `campaigns/ brand-kits/ locales/ templates/`. */
  readonly workspace: string;
  /** The folder of the installed safeleaf. */
  readonly packageRoot: string;
  /** `YYYY-MM-DD`; absent: today in UTC, so that the day does not hang on the machine's time zone. */
  readonly today?: string | undefined;
}

/** The real files, fonts and day. Only the command line opens it; a test hands in a world of its own. */
export function openWorld({ workspace, packageRoot, today }: WorldOptions): World {
  const rootsFor = (path: string): readonly string[] =>
    SHIPPED_FOLDERS.has(path.split('/')[0] ?? '') ? [workspace, packageRoot] : [workspace];
  return {
    today: today ?? new Date().toISOString().slice(0, 10),
    read: (path, limit = ANY_FILE_LIMIT) => readFrom(rootsFor(path), path, limit),
    list: (pattern) => listIn(rootsFor(pattern), pattern),
    readPackage: (specifier) => readFrom(packageFolders(packageRoot), specifier, ANY_FILE_LIMIT),
  };
}

/** Opens workspaces by their folder, which may be relative to `cwd`. */
export const worldsOf =
  (packageRoot: string, cwd: string) =>
  (folder: string): World =>
    openWorld({ workspace: resolve(cwd, folder), packageRoot });

/** Whether a path stays below the folder that it starts from, on every system. */
const staysInside = (path: string): boolean =>
  path !== '' &&
  !/^[/\\]|^[A-Za-z]:|\0/.test(path) &&
  !path.split(/[/\\]/).some((step) => step === '..');

function readFrom(roots: readonly string[], path: string, limit: number): FileRead {
  if (!staysInside(path)) return { kind: 'outside' };
  for (const root of roots) {
    const read = readBelow(root, path, limit);
    if (read.kind !== 'missing') return read;
  }
  return { kind: 'missing' };
}

/** Errors of the system that mean "there is no such file". */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

function readBelow(root: string, path: string, limit: number): FileRead {
  try {
    const real = realpathSync(join(root, path));
    if (!isWithin(realpathSync(root), real)) return { kind: 'outside' };
    return readWhole(real, limit);
  } catch (error) {
    const code = errorCode(error);
    if (NOT_THERE.has(code)) return { kind: 'missing' };
    return { kind: 'unreadable', why: IN_WORDS[code] ?? `the system says ${code}` };
  }
}

/** A pipe or a device would wait for ever or never end, so only plain files are opened. */
function readWhole(path: string, limit: number): FileRead {
  const stat = statSync(path);
  if (stat.isDirectory()) return { kind: 'unreadable', why: 'it is a folder' };
  if (!stat.isFile()) return { kind: 'unreadable', why: 'it is no plain file' };
  if (stat.size > limit) return { kind: 'too-large', size: stat.size, limit };
  return { kind: 'bytes', bytes: new Uint8Array(readFileSync(path)) };
}

/** The system's errors in words. */
const IN_WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  EBUSY: 'another program holds it open',
  ELOOP: 'its links lead round in a circle',
  EMFILE: 'too many files are open',
};

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'an unnamed error';

const isWithin = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

function listIn(roots: readonly string[], pattern: string): readonly string[] {
  if (!staysInside(pattern)) return [];
  const found = new Set<string>();
  for (const root of roots)
    for (const path of findFiles(root, pattern)) if (liesWithin(root, path)) found.add(path);
  return [...found].sort();
}

/** A pattern that names a linked folder step by step is walked through it, wherever the link leads. */
function liesWithin(root: string, path: string): boolean {
  try {
    return isWithin(realpathSync(root), realpathSync(join(root, path)));
  } catch {
    return false;
  }
}

/** `node_modules` of the package's folder and of those above it, nearest first. */
function packageFolders(packageRoot: string): readonly string[] {
  const folders = [];
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    folders.push(join(folder, 'node_modules'));
    if (dirname(folder) === folder) return folders;
  }
}
