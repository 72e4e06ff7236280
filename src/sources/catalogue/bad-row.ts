import type { Finding, Place } from '../../diagnostics/finding.js';

/** A row of a catalogue that is no phone. */
export interface BadRow {
  /** As the cell has it; empty where there is none. */
  readonly sku: string;
  readonly shop?: string | undefined;
  readonly place: Place;
  /** What is wrong with its cells; all of it, however many rows have the same. */
  readonly findings: readonly Finding[];
}
