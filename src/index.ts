/** What a program may import. The command line does no more than these. */

export type { BatchOptions } from './batch/batch-options.js';
export type { BatchResult } from './batch/run-batch.js';
export { runBatch } from './batch/run-batch.js';
export { openThreads, type RunThreads } from './batch/run-threads.js';
export type { Checked, Finding, Place, Severity } from './diagnostics/finding.js';
export { openWorld } from './outside.js';
export { openPressFor, prepare, type Ready, type RunOptions } from './pipeline.js';
export { openProver } from './prove/open-prover.js';
export type { World } from './world.js';
