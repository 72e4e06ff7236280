import { resolve } from 'node:path';
import { putBackRun } from '../batch/put-back.js';
import type { Store } from '../cache/store.js';
import type { BuildJob } from './build-leaflets.js';
import { EXIT } from './exit-code.js';
import { type Reasons, reportBuild, STOOD } from './report-build.js';
import { reportFindings } from './report-findings.js';
import { findTrace, type RunSetting } from './run-trace.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';

/** Where the leaflets of a job go, as the user would write it. */
export const shownFolder = ({ out, id }: BuildJob): string => userPath(out ?? `out/${id}`);

/**
 * Ends a build at once where an earlier run has made the same from the same: all its files stand as they were
 * proven then, or are put back byte for byte. False where the run has to be made.
 */
export function standUnchanged(
  job: BuildJob,
  setting: RunSetting & Pick<Setting, 'terminal' | 'exit'>,
  store: Store,
): boolean {
  const found = foundMade(job, setting, store);
  if (!found) return false;
  const { terminal } = setting;
  const { trace, made } = found;
  const { findings } = trace;
  const shown = shownFolder(job);
  const reasons: Reasons = new Map();
  if (job.explain)
    for (const [file, why] of made.flatMap((it) => [...it.reasons]))
      reasons.set(file, why ?? STOOD);
  const editions = trace.accounts.map((account, at) => {
    const { standing = 0, putBack = 0 } = made[at] ?? {};
    return { ...account, standing, putBack };
  });
  reportFindings(findings, terminal, job.json);
  reportBuild({ editions, findings, reasons, shown }, job, terminal);
  setting.exit(EXIT.done);
  return true;
}

/** A cache only helps: whatever is wrong with it or with our reading of it, the run can still be made. */
function foundMade(job: BuildJob, setting: RunSetting, store: Store) {
  try {
    const trace = findTrace(job, setting, store);
    if (!trace) return undefined;
    const shown = shownFolder(job);
    const place = { folder: resolve(setting.cwd, shown), shown };
    const made = putBackRun(trace.editions, place, store);
    return made && { trace, made };
  } catch {
    return undefined;
  }
}
