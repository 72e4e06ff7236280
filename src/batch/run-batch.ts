import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.js';
import type { Press } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { Leaflet } from '../plan/plan.js';
import type { Prover } from '../prove/prover.js';
import { sha256Hex } from '../units/hash.js';
import { Batch } from './batch.js';
import type { BatchOptions } from './batch-options.js';
import { Certifier } from './certifier.js';
import { FINDINGS, findingsText } from './findings-text.js';
import type { ProofTally } from './form-proofs.js';
import { keepHeapSmall } from './heap-for-many.js';
import { takeLock } from './lock.js';
import { Outlet } from './outlet.js';
import type { ListedFile } from './remove-stale.js';

/** A file that a run made, or found standing as it would have made it. */
export interface MadeFile extends ListedFile {
  /** Whether the run tells of it why it was written. */
  readonly isTold: boolean;
  /** The one leaflet of which it is the file. */
  readonly leaflet?: Leaflet | undefined;
}

/** What a run made. */
export interface BatchResult {
  /** Files of leaflets: paths below the folder, in the order of the plan. */
  readonly files: readonly string[];
  /** All files of the run, from the folder of its manifest; that comes last. */
  readonly all: readonly MadeFile[];
  /** Whether the folder is complete, and holds nothing of earlier runs that this one has not made. */
  readonly isAlone: boolean;
  /** Job codes of the leaflets in them. */
  readonly made: readonly string[];
  /** How many the run was asked for. */
  readonly leaflets: number;
  /** How many files stood already, byte for byte as they would be written, and were left alone. */
  readonly standing: number;
  /** How many leaflets stand in the folder only as an earlier run made them. */
  readonly earlier: number;
  /** A draft's pictures, the contact sheets last. */
  readonly pictures: readonly string[];
  readonly proven: ProofTally;
  readonly findings: readonly Finding[];
}

/**
 * Writes the leaflets of a campaign that is ready: each is proven as far as it holds something new,
 * and only then gets its name. A panel that fails its proof stops every leaflet that would hold it.
 * Without a prover nothing is read back, which only a draft may do.
 */
export async function runBatch(
  ready: Ready,
  press: Press,
  prover: Prover | undefined,
  options: BatchOptions,
): Promise<BatchResult> {
  if (!prover && !options.draft) throw new Error('a leaflet for print was not to be proven');
  keepHeapSmall(ready.plan.leaflets.length);
  const outlet = new Outlet(options);
  const closed = outlet.open();
  if (closed.length > 0) return nothing(closed);
  const lock = takeLock(join(options.folder, '.lock'), `${options.shown}/.lock`);
  if (!lock.value) return nothing(lock.findings);
  try {
    const certifier = new Certifier(ready, press, prover, options.draft, options.verdicts);
    const made = await new Batch(ready, press, certifier, options, outlet).run();
    const findings = [...lock.findings, ...made.findings];
    const told = findingsText([...(options.before ?? []), ...findings]);
    const unkept = outlet.write(FINDINGS, told);
    // What stopped the leaflets stops this file too, and is told once.
    const isTold = findings.some((it) => unkept.some(({ code }) => code === it.code));
    const beside = { file: FINDINGS, sha256: sha256Hex(told), isTold: false };
    return {
      ...made,
      all: [...made.all.slice(0, -1), beside, ...made.all.slice(-1)],
      findings: isTold ? findings : [...findings, ...unkept],
    };
  } finally {
    lock.value.release();
  }
}

const nothing = (findings: readonly Finding[]): BatchResult => ({
  files: [],
  all: [],
  isAlone: false,
  made: [],
  leaflets: 0,
  standing: 0,
  earlier: 0,
  pictures: [],
  proven: { panels: 0, files: 0 },
  findings,
});
