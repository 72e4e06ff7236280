import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SHIPPED_FOLDERS } from '../outside.js';
import { type SeenWorld, seenWorld } from '../sources/seen-world.js';
import type { FileRead, World } from '../world.js';
import type { CampaignArgument } from './campaign-id.js';
import { EXIT } from './exit-code.js';
import { FolderHints } from './folder-hints.js';
import type { Only } from './only.js';
import { QuietBell } from './quiet-bell.js';
import type { Setting } from './setting.js';
import { WatchReport } from './watch-report.js';
import { type WatchRound, WatchRounds } from './watch-round.js';

/** What the command line of `watch` says, beside the campaign. */
export interface WatchOptions {
  readonly out?: string;
  readonly workspace: string;
  readonly draft: boolean;
  /** Absent: as the campaign says. */
  readonly edition?: 'print' | 'reader' | 'all';
  readonly only: readonly Only[];
  readonly json: boolean;
}

export type WatchJob = WatchOptions & CampaignArgument;

/** How often the files are looked at without a hint, milliseconds: some network disks give none. */
const LOOK_ROUND = 2_000;

/** How long a file that is empty or gone is given to be written after all, milliseconds. Our choice. */
const HALF_SAVED = 100;

/** Makes a campaign, and makes it again after each save that touches it, until Ctrl-C. */
export async function watchCampaign(job: WatchJob, setting: Setting): Promise<void> {
  const bell = new QuietBell();
  let isStopped = false;
  const ignoreInterrupt = setting.onInterrupt(() => {
    isStopped = true;
    bell.ring();
  });
  const workspace = resolve(setting.cwd, job.workspace);
  const hints = new FolderHints(workspace, [...SHIPPED_FOLDERS], () => bell.ring());
  const looks = setInterval(() => bell.ring(), LOOK_ROUND);
  try {
    const isCut = await watchUntil(job, setting, { bell, hints, isStopped: () => isStopped });
    if (isCut !== undefined) setting.exit(isCut ? EXIT.interrupted : EXIT.done);
  } finally {
    clearInterval(looks);
    hints.close();
    ignoreInterrupt();
  }
}

interface Watch {
  readonly bell: QuietBell;
  readonly hints: FolderHints;
  readonly isStopped: () => boolean;
}

/** Whether Ctrl-C cut a round short; undefined where there is no such campaign. */
async function watchUntil(
  job: WatchJob,
  setting: Setting,
  { bell, hints, isStopped }: Watch,
): Promise<boolean | undefined> {
  const installed = new Map<string, FileRead>();
  const look = (): SeenWorld => seenWorld(setting.openWorld(job.workspace), installed);
  const rounds = new WatchRounds(job, setting, isStopped);
  const report = new WatchReport(job, setting.terminal);
  let seen = look();
  let made: WatchRound = await rounds.make(seen, performance.now());
  report.first(made);
  if (made.isUnknown) {
    setting.exit(EXIT.findings);
    return undefined;
  }
  while (!isStopped()) {
    seen.forget();
    await bell.heard();
    if (isStopped()) break;
    const begun = performance.now();
    hints.follow();
    let now = look();
    let changed = seen.changed(now);
    if (changed.some((file) => isHalfSaved(now, file))) {
      await setTimeout(HALF_SAVED);
      now = look();
      changed = seen.changed(now);
    }
    if (changed.length === 0) continue;
    report.changed(changed);
    seen = now;
    made = await rounds.make(seen, begun);
    report.round(made);
  }
  return made.isCut;
}

/** Editors empty a file and then write it, or put another in its place. */
function isHalfSaved(now: World, file: string): boolean {
  const read = now.read(file);
  return read.kind !== 'bytes' || read.bytes.length === 0;
}
