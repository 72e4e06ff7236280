import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import type { Prover } from '../prove/prover.js';
import { judgeFile } from '../prove/rules/judge-file.js';

/** Finished bytes, and what they are held against. */
export interface BytesToProve {
  readonly bytes: Uint8Array;
  readonly leaflet: Leaflet;
  readonly form: LaidOutForm;
  /** Keys of panels that other files of the run have proven, or failed to. */
  readonly known: ReadonlySet<string>;
  /** Also as a whole, by the rules that the file claims to keep. */
  readonly isJudged: boolean;
}

/** Reads a leaflet back from its finished bytes: here, or on a thread of its own. */
export type ReadBack = (it: BytesToProve) => Promise<readonly Finding[]>;

/** Reads leaflets back on this thread. */
export const readBackHere =
  (prover: Prover): ReadBack =>
  async ({ bytes, leaflet, form, known, isJudged }) => {
    const { findings } = await prover.prove(bytes, leaflet, form, known);
    return isJudged ? [...findings, ...(await judged(bytes, leaflet))] : findings;
  };

/** What the rules that a file claims to keep say of it. */
export const judged = (bytes: Uint8Array, { fileName }: { readonly fileName: string }) =>
  judgeFile(bytes, { file: `${fileName}.pdf` });
