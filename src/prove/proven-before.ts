import type { Finding } from '../diagnostics/finding.js';
import type { Workshop } from '../units/workshop.js';

/**
 * What earlier runs of the process proved without a fault. Asked with all that the proof looked at: the finished
 * bytes by their hash, what they are held against by itself.
 */
export class ProvenBefore {
  /** Whether anything is remembered: without it nobody need hash what was looked at. */
  readonly lasts: boolean;
  readonly #workshop: Workshop;

  constructor(workshop: Workshop) {
    this.lasts = workshop.lasts;
    this.#workshop = workshop;
  }

  isClean(what: string, of: readonly unknown[]): boolean {
    return this.lasts && this.#place(what, of).isClean;
  }

  /** Remembers a proof that found nothing; one that did is made again, so that its findings are told again. */
  note(what: string, of: readonly unknown[], findings: readonly Finding[]): void {
    if (this.lasts) this.#place(what, of).isClean = findings.length === 0;
  }

  #place(what: string, of: readonly unknown[]): { isClean: boolean } {
    return this.#workshop.kept(`proven ${what}`, of, () => ({ isClean: false }));
  }
}
