import { type Finding, finding } from '../diagnostics/finding.js';
import type { OwedLeaflet } from '../prove/owed-form.js';
import { type PackedForm, packForm, packLeaflet } from '../prove/packed-form.js';
import type { ReadBack } from './read-back.js';
import type { ThreadPool } from './thread-pool.js';

/** Finished bytes and what they are held against, as plain data: with whoever wrote them the proof shares nothing. */
export interface PackedProof {
  readonly bytes: Uint8Array;
  readonly leaflet: OwedLeaflet;
  readonly form: PackedForm;
  readonly known: ReadonlySet<string>;
  readonly isJudged: boolean;
}

/** Reads leaflets back on a thread of its own. One over which the thread died is tried once more, then it has failed. */
export const readBackOnThread =
  (pool: Pick<ThreadPool<PackedProof, readonly Finding[]>, 'run'>): ReadBack =>
  async ({ bytes, leaflet, form, known, isJudged }) => {
    const owed = { leaflet: packLeaflet(leaflet), form: packForm(form, known) };
    const proof: PackedProof = { bytes, ...owed, known, isJudged };
    const found = (await pool.run(proof)) ?? (await pool.run(proof));
    return (
      found ?? [finding('output/worker-died', { file: `${leaflet.fileName}.pdf` }, DIED, AGAIN)]
    );
  };

const DIED = 'what was to read it back broke off, and broke off again at the second try';
const AGAIN =
  'run the same command again with "--jobs 1"; if that ends there too, report it as a bug';
