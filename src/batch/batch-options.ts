import type { Store } from '../cache/store.js';
import type { Finding } from '../diagnostics/finding.js';
import type { Leaflet } from '../plan/plan.js';
import type { PaintPages } from '../prove/paint-pages.js';
import type { Workshop } from '../units/workshop.js';
import type { RunThreads } from './run-threads.js';

/** One of several equal parts of a run; `part` counts from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Where and how a run writes. */
export interface BatchOptions {
  /** The campaign's own folder below `--out`, absolute. */
  readonly folder: string;
  /** The same as the user typed it, for findings. */
  readonly shown: string;
  readonly draft: boolean;
  /** One file for all leaflets of a template, brand and locale, instead of one for each. */
  readonly oneFile?: boolean | undefined;
  /** Threads that write leaflets and read them back (`openThreads`); without them this thread does all. */
  readonly threads?: RunThreads | undefined;
  /** Absent for the press. */
  readonly edition?: 'print' | 'reader' | undefined;
  readonly toolVersion: string;
  /** What the stages before found; kept with the run's own in `findings.json`. */
  readonly before?: readonly Finding[] | undefined;
  /** Which leaflets of the plan to write; absent means all. */
  readonly only?: ((leaflet: Leaflet) => boolean) | undefined;
  /** Which part of them; the parts of a run give together its files and bytes. */
  readonly shard?: Shard | undefined;
  /** Makes the HTML page that lies beside a leaflet of the reader edition. */
  readonly page?: ((leaflet: Leaflet) => Uint8Array) | undefined;
  /** Where runs keep which finished bytes they read back without a finding; for the print edition alone, whose proof is plain data. */
  readonly verdicts?: Store | undefined;
  /** What earlier runs of the process made. */
  readonly workshop?: Workshop | undefined;
  /** Paints a draft's pictures; without it a draft has none. */
  readonly paint?: PaintPages | undefined;
  /** Files of rows that nothing was made of, for a person to mend; they lie beside the manifest. */
  readonly setAside?: readonly { readonly file: string; readonly text: string }[] | undefined;
  /** Told of every file why it was written, or that it stood as it is. */
  readonly onFile?: ((file: string, why: string | undefined) => void) | undefined;
  /** Asked between two leaflets: Ctrl-C makes it true. */
  readonly isStopped?: (() => boolean) | undefined;
  /** `findings`: how many the run has found so far. */
  readonly onProgress?: ((done: number, total: number, findings: number) => void) | undefined;
}
