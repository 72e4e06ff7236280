import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Finding, finding } from '../diagnostics/finding.js';

/** Ending of a file that is not whole yet; a run that finds one of these removes it. */
export const UNFINISHED = '.unfinished';

/** What a file is to hold: text, bytes, or parts that lie behind each other, which may be made one by one. */
export type FileBytes = Uint8Array | string | readonly Uint8Array[] | Iterable<Uint8Array>;

/**
 * Writes a file so that it stands under its name only when it is whole: a temporary name beside it,
 * then a rename. Gives a finding when the disk, the folder or another program stands in the way.
 */
export function writeWhole(
  path: string,
  bytes: FileBytes,
  shown: string,
  onDisk: 'synced' | 'in time' = 'in time',
): Finding[] {
  const faults = writeUnfinished(path, bytes, shown, onDisk);
  return faults.length > 0 ? faults : giveName(path, shown);
}

/** The first half: the whole file under its temporary name. */
export function writeUnfinished(
  path: string,
  bytes: FileBytes,
  shown: string,
  onDisk: 'synced' | 'in time' = 'in time',
): Finding[] {
  const unfinished = `${path}${UNFINISHED}`;
  return tried(path, shown, () => {
    if (isParted(bytes)) writeParts(unfinished, bytes, onDisk);
    else writeFileSync(unfinished, bytes);
  });
}

/** The second half: its own name. */
export const giveName = (path: string, shown: string): Finding[] =>
  tried(path, shown, () => renameSync(`${path}${UNFINISHED}`, path));

/** Takes away what has not been given its name. The next run removes what cannot be removed now. */
export function removeUnfinished(path: string): void {
  try {
    rmSync(`${path}${UNFINISHED}`, { force: true });
  } catch {
    // What stood in the way of the file is told; this would be the same.
  }
}

function tried(path: string, shown: string, step: () => void): Finding[] {
  try {
    step();
    return [];
  } catch (error) {
    removeUnfinished(path);
    return [cannotWrite(error, shown)];
  }
}

type Parts = readonly Uint8Array[] | Iterable<Uint8Array>;

const isParted = (bytes: FileBytes): bytes is Parts =>
  typeof bytes !== 'string' && !ArrayBuffer.isView(bytes);

function writeParts(path: string, parts: Parts, onDisk: 'synced' | 'in time'): void {
  const file = openSync(path, 'w');
  try {
    if (Array.isArray(parts)) writeAtOnce(file, parts);
    else for (const part of parts) writeFileSync(file, part);
    if (onDisk === 'synced') fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Hands all parts to the system at once; what it left, part by part. */
function writeAtOnce(file: number, parts: readonly Uint8Array[]): void {
  let left = writevSync(file, parts);
  for (const part of parts) {
    if (left < part.length) writeFileSync(file, part.subarray(left));
    left = Math.max(0, left - part.length);
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own way of making several at once never ends
 * where the system says that a folder is not there and cannot be made (below /proc, for one).
 */
export function makeFolder(path: string, shown: string): Finding[] {
  try {
    const missing: string[] = [];
    for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
    for (const folder of missing.reverse()) makeOne(folder);
    if (!statSync(path).isDirectory()) throw notAFolder(path);
    return [];
  } catch (error) {
    return [cannotWrite(error, shown)];
  }
}

/** As the system says it where a file stands further up the path. */
const notAFolder = (path: string): Error =>
  Object.assign(new Error(path), { code: 'ENOTDIR', syscall: 'mkdir' });

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it just now.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** What the operating system said, in words that tell what to do. */
export function cannotWrite(error: unknown, shown: string): Finding {
  const code = codeOf(error);
  const at = { file: shown };
  const name = shown.split('/').pop() ?? shown;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return finding(
      'output/disk-full',
      at,
      'the disk is full',
      'make room and run the same command again; what is finished stays',
    );
  if (code === 'EBUSY' || code === 'EPERM' || code === 'ETXTBSY')
    return finding(
      'output/held-open',
      at,
      `another program holds "${name}" open`,
      'close the file in the viewer and run the same command again',
    );
  return finding(
    'output/not-writable',
    at,
    `"${dirname(shown)}" ${NOT_WRITABLE[code] ?? `cannot be written to (the system says ${code})`}`,
    'name a folder that you may write to with --out, or have its permission changed',
  );
}

/** Why a folder takes no file, by the system's word for it. */
const NOT_WRITABLE: Readonly<Record<string, string>> = {
  EACCES: 'may not be written to by you',
  EROFS: 'lies on a disk that cannot be written to',
  ENOENT: 'is not there, or is there no more',
  ENOTDIR: 'lies below a file, where no folder can be',
  EEXIST: 'is a file, where a folder is needed',
  EISDIR: 'has a folder where the file should be',
  ENAMETOOLONG: 'has a path that is too long for this system',
};

/** The system's word for an error; an error that is not the system's is our own mistake. */
function codeOf(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return code;
}
