import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.js';
import { type FileBytes, makeFolder, UNFINISHED, writeWhole } from './atomic-file.js';
import type { BatchOptions } from './batch-options.js';

/**
 * The folders that a run writes to. Drafts have a folder, a manifest and findings of their own, so that
 * a draft never changes what is on record of the files for the printer.
 */
export class Outlet {
  /** Where `manifest.json` and `findings.json` lie; paths in them start here. */
  readonly home: string;
  /** The same as the user typed it. */
  readonly shown: string;
  /** The folder of the leaflets below `home`, with its slash; empty where they lie in it. */
  readonly sub: string;

  constructor({ folder, shown, draft }: Pick<BatchOptions, 'folder' | 'shown' | 'draft'>) {
    this.home = draft ? join(folder, 'draft') : folder;
    this.shown = draft ? `${shown}/draft` : shown;
    this.sub = draft ? '' : 'print/';
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

  /** Takes away what a killed run had begun. */
  removeUnfinished(): void {
    for (const folder of new Set([this.home, this.pathOf(this.sub)]))
      for (const name of readdirSync(folder))
        if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true });
  }
}
