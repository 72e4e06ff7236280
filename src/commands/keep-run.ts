import { join, resolve } from 'node:path';
import { keepEdition } from '../batch/keep-edition.js';
import type { KeptEdition } from '../batch/kept-run.js';
import { subFolder } from '../batch/outlet.js';
import type { OpenStore } from '../cache/open-store.js';
import type { ReadNotes } from '../cache/reads.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import type { BuildJob } from './build-leaflets.js';
import type { EditionAccount, MadeEdition } from './edition-account.js';
import { keepJob, keepTrace } from './run-trace.js';
import type { Setting } from './setting.js';
import { shownFolder } from './stand-unchanged.js';

/** A run of more files leaves no trace: to keep their names and hashes would take the memory that it must not take. */
const MOST_FILES = 100_000;

/** A run that has come to its end. */
export interface EndedRun {
  readonly made: readonly MadeEdition[];
  readonly accounts: readonly EditionAccount[];
  /** Of all stages. */
  readonly findings: readonly Finding[];
  readonly notes: ReadNotes;
}

/**
 * Keeps what a run made for the next that is asked for the same. Only of a run that made all it was asked for, and
 * found nothing but what lies in its campaign: what an output folder held is no part of it.
 */
export function keepRun(run: EndedRun, job: BuildJob, setting: Setting, store: OpenStore): void {
  const { made, accounts, findings, notes } = run;
  if (!store.keeps || !notes.isSteady || findings.some(isPassing)) return;
  if (made.some(({ all }) => all.length > MOST_FILES)) return;
  if (!made.every((it) => isWhole(it, job))) return;
  const editions: KeptEdition[] = [];
  for (const { edition, all, press } of made) {
    const { draft } = job;
    const folder = resolve(setting.cwd, shownFolder(job));
    const home = join(folder, subFolder({ draft, edition }));
    const kept = keepEdition({ draft, edition, home, files: all, press }, store);
    if (!kept) return;
    editions.push(kept);
  }
  const { reads, answers } = notes;
  keepTrace({ accounts, findings, editions }, { reads, answers }, job, setting, store);
  keepJob(setting.args, job, setting, store);
}

/** Whether an edition is all that the run was asked for, and its folder holds nothing else: a part may lie beside others. */
const isWhole = (
  { all, made, leaflets, isAlone }: MadeEdition,
  { draft, only, shard }: BuildJob,
): boolean => {
  const isPart = only.length > 0 || shard !== undefined;
  // The contact sheets of drafts show forms of earlier runs too.
  return all.length > 0 && made.length === leaflets && isAlone && !(isPart && draft);
};

/** Whether a finding stops print, or tells of the folder and the moment in which a run was made. */
const isPassing = (it: Finding): boolean => isError(it) || it.code.startsWith('output/');
