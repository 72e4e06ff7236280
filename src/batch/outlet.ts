import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.js';
import {
  type FileBytes,
  giveName,
  makeFolder,
  removeUnfinished,
  UNFINISHED,
  writeWhole,
} from './atomic-file.js';
import type { BatchOptions } from './batch-options.js';

/** The folder below a campaign's own in which a run keeps its manifest: that of the files for the printer is the campaign's. */
export const subFolder = ({ draft, edition }: Pick<BatchOptions, 'draft' | 'edition'>): string =>
  [...(draft ? ['draft'] : []), ...(edition === 'reader' ? ['reader'] : [])].join('/');

/** A file's path below the campaign's own folder; a manifest's paths start where it lies. */
export function belowFolder(file: string, run: Parameters<typeof subFolder>[0]): string {
  const below = subFolder(run);
  return below === '' ? file : `${below}/${file}`;
}

/**
 * The folders that a run writes to. Drafts and the reader edition have a folder, a manifest and findings of
 * their own, so that neither changes what is on record of the files for the printer.
 */
export class Outlet {
  /** Where `manifest.json` and `findings.json` lie; paths in them start here. */
  readonly home: string;
  /** The same as the user typed it. */
  readonly shown: string;
  /** The folder of the leaflets below `home`, with its slash; empty where they lie in it. */
  readonly sub: string;

  constructor(run: Pick<BatchOptions, 'folder' | 'shown' | 'draft' | 'edition'>) {
    const below = subFolder(run);
    this.home = join(run.folder, below);
    this.shown = below === '' ? run.shown : `${run.shown}/${below}`;
    this.sub = below === '' ? 'print/' : '';
  }

  /** A file's path as the user would write it. */
  shownOf(file: string): string {
    return `${this.shown}/${file}`;
  }

  pathOf(file: string): string {
    return join(this.home, file);
  }

  open(): Finding[] {
    return makeFolder(this.pathOf(this.sub), this.shownOf(this.sub).replace(/\/$/, ''));
  }

  write(file: string, bytes: FileBytes): Finding[] {
    return writeWhole(this.pathOf(file), bytes, this.shownOf(file));
  }

  /** Gives a file its name that was written under a temporary one. */
  giveName(file: string): Finding[] {
    return giveName(this.pathOf(file), this.shownOf(file));
  }

  /** Takes a file away that was written under a temporary name. */
  abandon(file: string): void {
    removeUnfinished(this.pathOf(file));
  }

  /** Writes a file whose bytes lie on the disk itself before it has its name: for the few files that speak of all others. */
  writeSynced(file: string, bytes: FileBytes): Finding[] {
    return writeWhole(this.pathOf(file), bytes, this.shownOf(file), 'synced');
  }

  /** Takes away what a killed run had begun. */
  removeUnfinished(): void {
    for (const folder of new Set([this.home, this.pathOf(this.sub)]))
      for (const name of readdirSync(folder))
        if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true });
  }
}
