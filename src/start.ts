import { openStore } from './cache/open-store.js';
import { realTerminal } from './commands/real-terminal.js';
import { findJob } from './commands/run-trace.js';
import { standUnchanged } from './commands/stand-unchanged.js';
import { worldsOf } from './outside.js';
import { CODE, PACKAGE_ROOT } from './package-root.js';

/**
 * Ends a `build` whose very words an earlier run has left a trace of, if nothing that goes into it has changed: with
 * little code, and none of what makes leaflets. False where the whole of safeleaf is needed.
 */
export function endedAtOnce([, , ...args]: readonly string[]): boolean {
  if (args[0] !== 'build') return false;
  const cwd = process.cwd();
  const store = openStore(CODE, cwd);
  const openWorld = worldsOf(PACKAGE_ROOT, cwd);
  const job = findJob(args, { cwd, openWorld }, store);
  if (!job) return false;
  const exit = (code: number): void => {
    process.exitCode = code;
  };
  return standUnchanged(job, { cwd, openWorld, terminal: realTerminal(), exit }, store);
}
