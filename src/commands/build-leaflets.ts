import { join, resolve } from 'node:path';
import type { BatchOptions, Shard } from '../batch/batch-options.js';
import { readManifest } from '../batch/manifest.js';
import { subFolder } from '../batch/outlet.js';
import { runBatch } from '../batch/run-batch.js';
import { openThreads } from '../batch/run-threads.js';
import type { OpenStore } from '../cache/open-store.js';
import { ReadNotes } from '../cache/reads.js';
import type { Store } from '../cache/store.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import { openPressFor, openReaderEdition, prepare, type Ready } from '../pipeline.js';
import { setAsideRows } from '../sources/catalogue/set-aside-rows.js';
import { changedInputs } from '../sources/changed-inputs.js';
import type { Workshop } from '../units/workshop.js';
import { endOfRefusal } from './build-summary.js';
import type { CampaignArgument } from './campaign-id.js';
import { accountOf, type MadeEdition } from './edition-account.js';
import { EditionEyes } from './edition-eyes.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { keepRun } from './keep-run.js';
import { nothingChosen, type Only, onlyFilter } from './only.js';
import { type Reasons, reportBuild, STOOD } from './report-build.js';
import { countOf, reportFindings } from './report-findings.js';
import { keepJob } from './run-trace.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { shownFolder, standUnchanged } from './stand-unchanged.js';
import { tellProgress } from './tell-progress.js';

/** What the command line of `build` says, beside the campaign. */
export interface BuildOptions {
  readonly out?: string;
  readonly workspace: string;
  readonly draft: boolean;
  readonly oneFile: boolean;
  /** Absent: as the campaign says. */
  readonly edition?: 'print' | 'reader' | 'all';
  readonly only: readonly Only[];
  readonly shard?: Shard;
  readonly jobs?: number | 'auto';
  readonly onBadRecord: 'stop' | 'skip' | 'set-aside';
  /** False: nothing that earlier runs kept is looked at, and nothing is kept. */
  readonly cache: boolean;
  /** Says of every file why it was written. */
  readonly explain: boolean;
  readonly json: boolean;
}

export type BuildJob = BuildOptions & CampaignArgument;

/** Makes the leaflets of a campaign, and says what was made and what stopped the rest. */
export async function build(job: BuildJob, setting: Setting): Promise<void> {
  const store = setting.openStore(job.cache);
  try {
    await buildWith(store, job, setting);
  } finally {
    store.close();
  }
}

async function buildWith(store: OpenStore, job: BuildJob, setting: Setting): Promise<void> {
  if (!setting.isLookedFor && standUnchanged(job, setting, store)) {
    keepJob(setting.args, job, setting, store);
    return;
  }
  const shown = shownFolder(job);
  setting.terminal.progress('reading the campaign, setting and checking its panels …');
  const { draft, onBadRecord } = job;
  const run = { draft, onBadRecord, toolVersion: setting.toolVersion };
  const notes = new ReadNotes();
  const openWorld = (folder: string) => notes.world(setting.openWorld(folder));
  const { value: ready, findings } = await prepare(openWorld(job.workspace), job.id, run);
  const unchosen = ready ? nothingChosen(job.only, ready.plan.leaflets) : [];
  if (!ready || unchosen.length > 0) refuse([...findings, ...unchosen], shown, job, setting);
  else await write({ ready, findings, notes }, job, setting, store);
}

function refuse(
  findings: readonly Finding[],
  shown: string,
  job: BuildJob,
  setting: Setting,
): void {
  const { terminal } = setting;
  reportFindings(findings, terminal, job.json);
  if (job.json)
    say(terminal, {
      event: 'done',
      campaign: job.id,
      ok: false,
      folder: shown,
      draft: job.draft,
      leaflets: 0,
      made: 0,
      proven: { panels: 0, files: 0 },
      ...countOf(findings),
    });
  else {
    const below = subFolder({
      draft: job.draft,
      edition: job.edition === 'reader' ? 'reader' : 'print',
    });
    const home = join(resolve(setting.cwd, shown), below);
    const earlier = readManifest(join(home, 'manifest.json'))?.leaflets.length ?? 0;
    for (const line of endOfRefusal(findings, earlier, shown, job, terminal)) terminal.err(line);
  }
  setting.exit(EXIT.findings);
}

/** A campaign that is ready to be written, and what was read for it. */
interface ReadyRun {
  readonly ready: Ready;
  readonly findings: readonly Finding[];
  readonly notes: ReadNotes;
}

async function write(
  { ready, findings, notes }: ReadyRun,
  job: BuildJob,
  setting: Setting,
  store: OpenStore,
): Promise<void> {
  const { terminal } = setting;
  let isStopped = false;
  const ignoreInterrupt = setting.onInterrupt(() => {
    isStopped = true;
    terminal.progress('stopping after this leaflet …');
  });
  const shown = shownFolder(job);
  const reasons: Reasons = new Map();
  const world = setting.openWorld(job.workspace);
  const noted = {
    ...setting,
    openWorld: (folder: string) => notes.world(setting.openWorld(folder)),
  };
  const eyes = new EditionEyes(notes.world(world));
  const kept = store.keeps ? store : undefined;
  const run = { ready, findings, shown, job, reasons, eyes, kept };
  const wanted = { ...run, isStopped: () => isStopped };
  const made: MadeEdition[] = [];
  for (const edition of editionsOf(job, ready))
    if (!isStopped) made.push({ edition, ...(await makeEdition(edition, wanted, noted)) });
  ignoreInterrupt();
  const changed = changedInputs(world, ready.plan.sources.inputs);
  const all = [...findings, ...made.flatMap((it) => it.findings), ...changed];
  const accounts = made.map((it) => accountOf(it, ready.plan));
  if (!isStopped) keepRun({ made, accounts, findings: all, notes }, job, setting, store);
  // What the cache could not keep is no fault of the leaflets, and not on their record.
  const told = [...all, ...store.findings];
  reportFindings(told, terminal, job.json);
  reportBuild({ editions: accounts, findings: told, reasons, shown }, job, terminal);
  setting.exit(isStopped ? EXIT.interrupted : exitCodeOf(all));
}

/** Print first: it is what a campaign is for. */
export function editionsOf(
  { edition }: Pick<BuildJob, 'edition'>,
  { plan }: Ready,
): readonly ('print' | 'reader')[] {
  const { editions } = plan.sources.campaign;
  if (edition === 'print' || edition === 'reader') return [edition];
  return (['print', 'reader'] as const).filter((it) => edition === 'all' || editions.includes(it));
}

/** What of the command line an edition depends on. */
export type EditionChoices = Pick<
  BuildJob,
  'workspace' | 'draft' | 'onBadRecord' | 'only' | 'shard' | 'jobs' | 'explain' | 'oneFile' | 'json'
>;

/** What one edition needs to be made. */
export interface EditionJob {
  readonly ready: Ready;
  readonly findings: readonly Finding[];
  readonly shown: string;
  readonly job: EditionChoices;
  readonly reasons: Reasons;
  readonly isStopped: () => boolean;
  readonly eyes: EditionEyes;
  /** What earlier runs of the process made. */
  readonly workshop?: Workshop;
  /** Where runs keep what they drew and subset, and what they read back. */
  readonly kept?: Store | undefined;
}

/** Makes one edition of a campaign that is ready. */
export async function makeEdition(
  edition: 'print' | 'reader',
  { ready, findings, shown, job, reasons, isStopped, eyes, workshop, kept }: EditionJob,
  { terminal, toolVersion, cwd, openWorld }: Setting,
): Promise<Omit<MadeEdition, 'edition'>> {
  const run = { draft: job.draft, toolVersion };
  const world = openWorld(job.workspace);
  terminal.progress('subsetting fonts, drawing panels …');
  // What is known to be wrong would be found once more by the proof, in other words.
  const isProven = !job.draft || !findings.some(isError);
  const options = {
    ...run,
    edition,
    workshop,
    folder: resolve(cwd, shown),
    shown,
    before: findings,
    setAside:
      job.onBadRecord === 'set-aside'
        ? await setAsideRows(
            world,
            ready.missing.map(({ place }) => place),
          )
        : undefined,
    only: job.only.length > 0 ? onlyFilter(job.only) : undefined,
    shard: job.shard,
    onFile: job.explain
      ? (file: string, why: string | undefined) => reasons.set(file, why ?? STOOD)
      : undefined,
    isStopped,
    onProgress: tellProgress(edition, job.json, terminal),
  };
  if (edition === 'reader') {
    const reader = openReaderEdition(ready, run, kept);
    const prover = isProven ? await eyes.readerProver() : undefined;
    const { page, press } = reader;
    return { press, ...(await runBatch(reader.ready, press, prover, { ...options, page })) };
  }
  const prover = isProven ? await eyes.prover() : undefined;
  const paint = job.draft ? eyes.painter() : undefined;
  const { oneFile } = job;
  // They start while the press is opened.
  const into = oneFile ? 'one file' : 'separate files';
  const threads = await openThreads(job.jobs ?? 1, wantedOf(ready, options), into);
  try {
    const press = openPressFor(ready, run, workshop, kept);
    const batch = { ...options, oneFile, paint, threads, verdicts: kept };
    return { press, ...(await runBatch(ready, press, prover, batch)) };
  } finally {
    await threads?.close();
  }
}

/** About how many leaflets a run makes. */
function wantedOf({ plan }: Ready, { only, shard }: Pick<BatchOptions, 'only' | 'shard'>): number {
  const chosen = only ? plan.leaflets.filter(only) : plan.leaflets;
  return Math.ceil(chosen.length / (shard?.of ?? 1));
}
