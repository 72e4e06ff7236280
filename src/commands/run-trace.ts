import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KeptEdition } from '../batch/kept-run.js';
import { answersOf, type Read } from '../cache/reads.js';
import type { Store } from '../cache/store.js';
import type { Finding } from '../diagnostics/finding.js';
import { sha256Hex } from '../units/hash.js';
import type { BuildJob } from './build-leaflets.js';
import type { EditionAccount } from './edition-account.js';
import type { Setting } from './setting.js';

/** What a run left: what it said at its end, and its files. */
export interface RunTrace {
  readonly accounts: readonly EditionAccount[];
  readonly findings: readonly Finding[];
  readonly editions: readonly KeptEdition[];
}

/** What of a setting says which run is meant. */
export type RunSetting = Pick<Setting, 'cwd' | 'openWorld'>;

const KIND = { reads: 'what a run reads', run: 'run', command: 'command line' } as const;

/** What a run hangs on beside what it reads. */
function jobKey(job: BuildJob, { cwd }: RunSetting): string {
  const { id, draft, oneFile, edition = null, onBadRecord, only, shard = null } = job;
  const workspace = realPath(resolve(cwd, job.workspace));
  return JSON.stringify([workspace, id, draft, oneFile, edition, onBadRecord, only, shard]);
}

const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

const runKey = (job: string, answers: string): string => sha256Hex(JSON.stringify([job, answers]));

/**
 * The trace of an earlier run that was asked for the same, and of which all that it read is the same today, to
 * the byte: files, lists of files, fonts of packages, the day, and what was not there.
 */
export function findTrace(job: BuildJob, setting: RunSetting, store: Store): RunTrace | undefined {
  const key = jobKey(job, setting);
  const reads = jsonOf<readonly Read[]>(store.get(KIND.reads, key));
  if (!reads) return undefined;
  const answers = answersOf(reads, setting.openWorld(job.workspace));
  return jsonOf<RunTrace>(store.get(KIND.run, runKey(key, answers)));
}

/** What a run read, as the trace needs it. */
export interface NotedReads {
  readonly reads: readonly Read[];
  readonly answers: string;
}

/** Keeps the trace of a run, under what it was asked for and what it read. */
export function keepTrace(
  trace: RunTrace,
  { reads, answers }: NotedReads,
  job: BuildJob,
  setting: RunSetting,
  store: Store,
): void {
  const key = jobKey(job, setting);
  store.put(KIND.run, runKey(key, answers), bytesOf(trace));
  store.put(KIND.reads, key, bytesOf(reads));
}

/** The job that a command line means, if a run of it has left a trace: known by its very words, so that nobody reads them twice. */
export const findJob = (
  args: readonly string[],
  { cwd }: RunSetting,
  store: Store,
): BuildJob | undefined => jsonOf(store.get(KIND.command, commandKey(args, cwd)));

/** Remembers what a command line means, unless it means something else in every job of an array. */
export function keepJob(
  args: readonly string[],
  job: BuildJob,
  { cwd }: RunSetting,
  store: Store,
): void {
  if (args.some((it) => it.includes('auto'))) return;
  store.put(KIND.command, commandKey(args, cwd), bytesOf(job));
}

const commandKey = (args: readonly string[], cwd: string): string =>
  sha256Hex(JSON.stringify([args, cwd]));

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** An entry is whole, and of this same code: its form needs no looking at. */
const jsonOf = <T>(entry: Uint8Array | undefined): T | undefined =>
  entry && JSON.parse(Buffer.from(entry).toString());
