import type { Finding } from '../diagnostics/finding.js';
import { finding } from '../diagnostics/finding.js';
import type { Press } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { BatchOptions } from './batch-options.js';
import type { Certifier } from './certifier.js';
import type { DraftPictures } from './draft-pictures.js';
import type { FolderRecord } from './folder-record.js';
import type { LeafletFiles } from './leaflet-files.js';
import type { Outlet } from './outlet.js';

/** What the parts of a run share while it holds its folder. */
export interface RunState {
  readonly ready: Ready;
  readonly press: Press;
  readonly certifier: Certifier;
  readonly options: BatchOptions;
  readonly outlet: Outlet;
  readonly files: LeafletFiles;
  readonly record: FolderRecord;
  /** Only of drafts. */
  readonly pictures: DraftPictures | undefined;
  readonly log: RunLog;
}

/** What stands in the way of one file, and of no other. */
const OF_ONE_FILE: ReadonlySet<string> = new Set(['output/held-open', 'output/worker-died']);

/** What a run has found so far. */
export class RunLog {
  readonly findings: Finding[] = [];
  /** How many files stood already as they would be written. */
  standing = 0;

  add(findings: readonly Finding[]): void {
    this.findings.push(...findings);
  }

  /** Keeps what stood in the way of a file; true when the next one would meet the same. */
  isUnwritable(faults: readonly Finding[]): boolean {
    this.add(faults);
    return faults.some(({ code }) => !OF_ONE_FILE.has(code));
  }

  /** Says that Ctrl-C ended the run. */
  addStopped(shown: string, done: number, total: number): void {
    this.findings.push(
      finding(
        'output/stopped',
        { file: shown },
        `the run was stopped after ${done} of ${total} leaflets`,
        'run the same command again to make the rest; the finished ones are whole',
      ),
    );
  }
}
