// What the cache gives: a run that fills it, one in which nothing has changed, and one into an emptied folder.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { middle } from '../table.js';
import { buildWorkspace } from './engines.js';
import { inFolder } from './measure.js';
import { writeSafeleafWorkspace } from './safeleaf-workspace.js';

const RUNS = 5;

/** Runs of `records` leaflets with one cache, from empty to warm; the middle of several where it is warm. */
export const measureKept = (records) =>
  inFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    await writeSafeleafWorkspace(workspace, records);
    const out = join(workspace, 'out');
    const env = { SAFELEAF_CACHE: join(folder, 'cache') };
    const run = () => buildWorkspace(workspace, 'separate', records, env);
    const empty = run();
    const again = Array.from({ length: RUNS }, run);
    const fresh = Array.from({ length: RUNS }, () => {
      rmSync(out, { recursive: true });
      return run();
    });
    return { records, empty, unchanged: middle(again), putBack: middle(fresh) };
  });
