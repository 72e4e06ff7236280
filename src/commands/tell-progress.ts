import { performance } from 'node:perf_hooks';
import { RunPace } from './run-pace.js';
import { say } from './say.js';
import type { Terminal } from './terminal.js';

/** How often a program hears how far a run is, seconds; a person's terminal chooses for itself. */
const EVERY = 1;

/** Called after each leaflet: how many of how many are done, and what the run has found so far. */
export type TellProgress = (done: number, leaflets: number, findings: number) => void;

/** Tells how far a run is: on a person's terminal, or with `--json` as an event a second. */
export function tellProgress(
  edition: 'print' | 'reader',
  json: boolean,
  terminal: Terminal,
  seconds: () => number = () => performance.now() / 1000,
): TellProgress {
  const pace = new RunPace(`leaflets${edition === 'reader' ? ' to read' : ''}`, seconds);
  if (!json) return (...how) => terminal.progress(pace.line(...how));
  let toldAt: number | undefined;
  return (done, leaflets, findings) => {
    const now = seconds();
    toldAt ??= now;
    const rate = pace.pace(done, leaflets);
    if (now - toldAt < EVERY) return;
    toldAt = now;
    say(terminal, { event: 'progress', edition, done, leaflets, ...rate, findings });
  };
}
