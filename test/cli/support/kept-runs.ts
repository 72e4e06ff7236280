import { join } from 'node:path';
import { expect } from 'vitest';
import { DiskStore } from '../../../src/cache/disk-store.js';
import { makerOf } from '../../../src/cache/maker.js';
import type { RunSetting } from '../../../src/commands/run-trace.js';
import { worldsOf } from '../../../src/outside.js';
import { type Ended, hashes, type RunOptions, safeleaf } from './run-safeleaf.js';

/** What the end of a build says where nothing had to be made. */
export const UNCHANGED = 'nothing that goes into them has changed since they were made and proven';

/** A workspace whose runs keep what they make in a cache of its own. */
export interface KeptRuns {
  readonly cwd: string;
  readonly cache: string;
  out(...path: readonly string[]): string;
  run(args: readonly string[], options?: Partial<RunOptions>): Ended;
  /** Builds, and says whether the run was made or found made. */
  build(name: string, ...more: readonly string[]): Ended & { readonly isMade: boolean };
}

export function keptRuns(cwd: string): KeptRuns {
  const cache = join(cwd, 'kept');
  const run: KeptRuns['run'] = (args, { env, ...options } = {}) =>
    safeleaf(args, { cwd, env: { SAFELEAF_CACHE: cache, ...env }, ...options });
  return {
    cwd,
    cache,
    run,
    out: (...path) => join(cwd, ...path),
    build: (name, ...more) => {
      const ended = run(['build', 'small', '--out', name, ...more]);
      expect(ended.code, ended.err).toBe(0);
      return { ...ended, isMade: !ended.err.includes(UNCHANGED) };
    },
  };
}

/** Path -> hash of all files of a folder below a workspace. */
export const hashesIn = (cwd: string, name: string): Record<string, string> =>
  hashes(join(cwd, name));

const ROOT = join(import.meta.dirname, '../../..');

/** The store of the runs that a test starts, for the test's own process. */
export const storeIn = (folder: string): DiskStore =>
  new DiskStore({ folder, maker: makerOf(join(ROOT, 'dist/run')) ?? '', limit: 1e9 });

/** What those runs meet: their folder, the files below it, and their day. */
export function foundIn(cwd: string): RunSetting {
  const open = worldsOf(ROOT, cwd);
  return { cwd, openWorld: (folder) => ({ ...open(folder), today: '2026-11-23' }) };
}
