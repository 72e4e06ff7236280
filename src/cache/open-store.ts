import type { Finding } from '../diagnostics/finding.js';
import { cacheLimit, cachePlace, realSurroundings } from './cache-place.js';
import { DiskStore } from './disk-store.js';
import { makerOf } from './maker.js';
import { NO_STORE, type Store } from './store.js';

/** A store that is to be closed, and tells then what kept it from keeping. */
export interface OpenStore extends Store {
  /** False where nothing that is put will be found again. */
  readonly keeps: boolean;
  readonly findings: readonly Finding[];
  close(): void;
}

/** Of a run with `--no-cache`, or on a machine that has no place for a cache. */
export const withoutStore: OpenStore = {
  ...NO_STORE,
  keeps: false,
  findings: [],
  close: () => undefined,
};

/** The user's own store on this machine. `code`: the folder of the bundled code. */
export function openStore(code: string, cwd: string): OpenStore {
  const surroundings = realSurroundings();
  const folder = cachePlace(surroundings, cwd);
  const maker = folder === undefined ? undefined : makerOf(code);
  if (folder === undefined || maker === undefined) return withoutStore;
  return new DiskStore({ folder, maker, limit: cacheLimit(surroundings) });
}
