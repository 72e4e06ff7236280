import { readFileSync, rmSync } from 'node:fs';
import { type Finding, finding } from '../diagnostics/finding.js';
import { sha256Hex } from '../units/hash.js';
import { cannotWrite } from './atomic-file.js';
import type { Outlet } from './outlet.js';

/** A file as a manifest lists it: its path from the manifest, and what its bytes were. */
export interface ListedFile {
  readonly file: string;
  readonly sha256: string;
}

/** How many names a note gives before it counts the rest. */
const MOST_NAMES = 3;

/**
 * Removes files of an earlier run that the campaign no longer makes, if they are still as that run wrote
 * them; one that somebody changed is left, with a warning.
 */
export function removeStale(stale: readonly ListedFile[], outlet: Outlet): Finding[] {
  const findings: Finding[] = [];
  const removed: string[] = [];
  for (const { file, sha256 } of stale) {
    if (!isOurs(file, outlet)) continue;
    const bytes = readIfThere(outlet.pathOf(file));
    if (!bytes) continue;
    if (sha256Hex(bytes) !== sha256) findings.push(changed(outlet.shownOf(file)));
    else findings.push(...remove(file, outlet, removed));
  }
  return removed.length === 0 ? findings : [...findings, told(removed, outlet)];
}

/** A manifest is a file that anybody can edit: only names that a run would write are followed. */
const isOurs = (file: string, { sub }: Outlet): boolean =>
  (file.startsWith(sub) && /^[^/\\:]+\.(?:pdf|png|html)$/.test(file.slice(sub.length))) ||
  /^set-aside(?:-\d+)?\.csv$/.test(file);

function remove(file: string, outlet: Outlet, removed: string[]): Finding[] {
  try {
    rmSync(outlet.pathOf(file));
    removed.push(file);
    return [];
  } catch (error) {
    return [cannotWrite(error, outlet.shownOf(file))];
  }
}

function told(removed: readonly string[], { shown }: Outlet): Finding {
  const names = removed.slice(0, MOST_NAMES).join(', ');
  const more = removed.length > MOST_NAMES ? ` and ${removed.length - MOST_NAMES} more` : '';
  return finding(
    'output/removed',
    { file: shown },
    `the campaign no longer makes ${removed.length === 1 ? 'a file' : `${removed.length} files`} of an earlier run: ${names}${more}`,
    'nothing to do: removed',
  );
}

const changed = (file: string): Finding =>
  finding(
    'output/stale',
    { file },
    'the campaign no longer makes this file, and it has been changed since it was made',
    'delete it, or move it elsewhere',
  );

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
