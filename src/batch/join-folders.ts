import { copyFileSync, linkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Finding, finding } from '../diagnostics/finding.js';
import { cannotWrite, makeFolder } from './atomic-file.js';
import { fileHash } from './file-hash.js';
import type { Manifest } from './manifest.js';
import type { ListedFile } from './remove-stale.js';

/** A part's folder, absolute and as the user typed it. */
export interface JoinedFolder {
  readonly folder: string;
  readonly shown: string;
  readonly manifest: Manifest;
}

/** Puts the files of all parts into one folder, each checked against its hash; they are linked where the disk allows, else copied. */
export function joinFolders(parts: readonly JoinedFolder[], into: JoinedPlace): Finding[] {
  const findings: Finding[] = [];
  for (const part of parts)
    for (const file of filesOf(part.manifest)) findings.push(...joinOne(file, part, into));
  return findings;
}

/** Where the whole goes. */
export interface JoinedPlace {
  readonly folder: string;
  readonly shown: string;
}

/** Everything that a manifest lists, once a file. */
function filesOf({ leaflets, files = [], pictures = [] }: Manifest): readonly ListedFile[] {
  const alone = leaflets.flatMap(({ file, sha256, page }) => [
    ...(sha256 ? [{ file, sha256 }] : []),
    ...(page ? [page] : []),
  ]);
  return [...alone, ...files, ...pictures];
}

/** Anybody may have edited a manifest: a name that leads out of the folder is not followed. */
const isInside = (file: string): boolean =>
  !/^[/\\]|^[A-Za-z]:|\0/.test(file) && !file.split(/[/\\]/).includes('..');

function joinOne(
  { file, sha256 }: ListedFile,
  part: JoinedFolder,
  into: JoinedPlace,
): readonly Finding[] {
  const from = join(part.folder, file);
  const to = join(into.folder, file);
  const shown = `${part.shown}/${file}`;
  if (!isInside(file) || fileHash(from)?.sha256 !== sha256) return [changed(shown)];
  const closed = makeFolder(dirname(to), dirname(`${into.shown}/${file}`));
  if (closed.length > 0) return closed;
  try {
    rmSync(to, { force: true });
    place(from, to);
    return [];
  } catch (error) {
    return [cannotWrite(error, `${into.shown}/${file}`)];
  }
}

function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one that knows no links.
    copyFileSync(from, to);
  }
}

const changed = (file: string): Finding =>
  finding(
    'merge/changed',
    { file },
    'the file is not there, or not as it was made',
    'run the same build of this part again, then merge',
  );
