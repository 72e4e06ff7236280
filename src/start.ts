import { openStore } from './cache/open-store.js';
import { realTerminal } from './commands/real-terminal.js';
import { findJob } from './commands/run-trace.js';
import { standUnchanged } from './commands/stand-unchanged.js';
import { worldsOf } from './outside.js';
import { CODE, PACKAGE_ROOT } from './package-root.js';

/** What came of a look at what earlier runs have left. */
export type AtOnce = 'ended' | 'looked in vain' | 'not looked';

/**
 * Ends a `build` whose very words an earlier run has left a trace of, if nothing that goes into it has changed: with
 * little code, and none of what makes leaflets.
 */
export function endAtOnce([, , ...args]: readonly string[]): AtOnce {
  if (args[0] !== 'build') return 'not looked';
  const cwd = process.cwd();
  const store = openStore(CODE, cwd);
  const openWorld = worldsOf(PACKAGE_ROOT, cwd);
  const job = findJob(args, { cwd, openWorld }, store);
  if (!job) return 'not looked';
  const exit = (code: number): void => {
    process.exitCode = code;
  };
  const setting = { cwd, openWorld, terminal: realTerminal(), exit };
  return standUnchanged(job, setting, store) ? 'ended' : 'looked in vain';
}
