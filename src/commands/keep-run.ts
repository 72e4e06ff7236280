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
  if (!store.keeps || job.only.length > 0 || job.shard) return;
  if (!notes.isSteady || !made.every(isWhole) || findings.some(isPassing)) return;
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

const isWhole = ({ all, made, leaflets }: MadeEdition): boolean =>
  all.length > 0 && made.length === leaflets;

/** Whether a finding stops print, or tells of the folder and the moment in which a run was made. */
const isPassing = (it: Finding): boolean => isError(it) || it.code.startsWith('output/');
