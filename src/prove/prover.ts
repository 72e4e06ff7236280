import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';

/** What a proof found, and what it saw. */
export interface Proof {
  readonly findings: readonly Finding[];
  /** Keys of the panels that this file proved. */
  readonly panels: readonly string[];
}

/** Reads finished files back. Shares no state with the writer. */
export interface Prover {
  /**
   * Proves the panels of a finished file that `proven` does not hold yet: words in the bytes, ink in
   * every word's box, every QR code from its pixels; boxes, fonts and the record's slots of the file.
   */
  prove(
    bytes: Uint8Array,
    leaflet: Leaflet,
    form: LaidOutForm,
    proven: ReadonlySet<string>,
  ): Promise<Proof>;
}
