import { join, resolve } from 'node:path';
import type { Shard } from '../batch/batch-options.js';
import { readManifest } from '../batch/manifest.js';
import { type BatchResult, runBatch } from '../batch/run-batch.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import { openPressFor, prepare, type Ready } from '../pipeline.js';
import { openProver } from '../prove/open-prover.js';
import { openPainter } from '../prove/paint-pages.js';
import { endOfBuild, endOfRefusal } from './build-summary.js';
import type { CampaignArgument } from './campaign-id.js';
import { say } from './events.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { nothingChosen, type Only, onlyFilter } from './only.js';
import { countOf, reportFindings } from './report-findings.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';

/** What the command line of `build` says, beside the campaign. */
export interface BuildOptions {
  readonly out?: string;
  readonly workspace: string;
  readonly draft: boolean;
  readonly oneFile: boolean;
  readonly only: readonly Only[];
  readonly shard?: Shard;
  readonly json: boolean;
}

export type BuildJob = BuildOptions & CampaignArgument;

/** Makes the leaflets of a campaign, and says what was made and what stopped the rest. */
export async function build(job: BuildJob, setting: Setting): Promise<void> {
  const shown = userPath(job.out ?? `out/${job.id}`);
  setting.terminal.progress('reading the campaign, setting and checking its panels …');
  const run = { draft: job.draft, toolVersion: setting.toolVersion };
  const { value: ready, findings } = await prepare(setting.openWorld(job.workspace), job.id, run);
  const unchosen = ready ? nothingChosen(job.only, ready.plan.leaflets) : [];
  if (!ready || unchosen.length > 0) refuse([...findings, ...unchosen], shown, job, setting);
  else await write(ready, findings, shown, job, setting);
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
    const home = join(resolve(setting.cwd, shown), job.draft ? 'draft' : '');
    const earlier = readManifest(join(home, 'manifest.json'))?.leaflets.length ?? 0;
    for (const line of endOfRefusal(findings, earlier, shown, job, terminal)) terminal.err(line);
  }
  setting.exit(EXIT.findings);
}

async function write(
  ready: Ready,
  findings: readonly Finding[],
  shown: string,
  job: BuildJob,
  setting: Setting,
): Promise<void> {
  const { terminal } = setting;
  let isStopped = false;
  const ignoreInterrupt = setting.onInterrupt(() => {
    isStopped = true;
    terminal.progress('stopping after this leaflet …');
  });
  const result = await make(ready, findings, shown, job, setting, () => isStopped);
  ignoreInterrupt();
  const all = [...findings, ...result.findings];
  reportFindings(all, terminal, job.json);
  report(result, ready, all, shown, job, setting);
  setting.exit(isStopped ? EXIT.interrupted : exitCodeOf(all));
}

async function make(
  ready: Ready,
  findings: readonly Finding[],
  shown: string,
  job: BuildJob,
  { terminal, toolVersion, cwd, openWorld }: Setting,
  isStopped: () => boolean,
): Promise<BatchResult> {
  const run = { draft: job.draft, toolVersion };
  const world = openWorld(job.workspace);
  terminal.progress('subsetting fonts, drawing panels …');
  // What is known to be wrong would be found once more by the proof, in other words.
  const isProven = !findings.some(isError);
  return runBatch(
    ready,
    openPressFor(ready, run),
    isProven ? await openProver({ world }) : undefined,
    {
      ...run,
      folder: resolve(cwd, shown),
      shown,
      oneFile: job.oneFile,
      before: findings,
      only: job.only.length > 0 ? onlyFilter(job.only) : undefined,
      shard: job.shard,
      paint: job.draft ? openPainter(world) : undefined,
      isStopped,
      onProgress: (done, total) => terminal.progress(`${done} of ${total} leaflets`),
    },
  );
}

function report(
  result: BatchResult,
  { plan }: Ready,
  findings: readonly Finding[],
  shown: string,
  job: BuildJob,
  { terminal }: Setting,
): void {
  const { files, made: codes, pictures, proven, leaflets } = result;
  const made = [...files, ...pictures].map((file) => `${shown}/${file}`);
  if (job.json) {
    for (const file of made) say(terminal, { event: 'made', file });
    say(terminal, {
      event: 'done',
      campaign: job.id,
      ok: exitCodeOf(findings) === EXIT.done,
      folder: shown,
      draft: job.draft,
      leaflets,
      made: codes.length,
      proven,
      ...countOf(findings),
    });
    return;
  }
  if (!terminal.isPerson) for (const file of made) terminal.out(file);
  const run = { ...result, plan, findings, shown, job };
  for (const line of endOfBuild(run, terminal)) terminal.err(line);
}
