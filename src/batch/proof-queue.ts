import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import type { FormProofs } from './form-proofs.js';
import type { ReadBack } from './read-back.js';

/** What came of a form's proof. */
export interface FormVerdict {
  /** Nothing of it may be made. */
  readonly isRefused: boolean;
  /** The leaflet that it was proven on, and what was found there; none where a panel of it had failed before, in another form. */
  readonly on?: Leaflet | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Proves forms one after another, each on its first leaflet, in the order of the plan, while other things go on. What
 * one proof finds decides what the next one looks at.
 */
export class ProofQueue {
  readonly #proofs: FormProofs;
  readonly #bytesOf: (leaflet: Leaflet) => Uint8Array;
  readonly #readBack: ReadBack;
  readonly #asked = new Map<LaidOutForm, Promise<FormVerdict>>();
  readonly #known = new Map<LaidOutForm, FormVerdict>();
  #isStopped = false;

  constructor(
    leaflets: readonly Leaflet[],
    proofs: FormProofs,
    bytesOf: (leaflet: Leaflet) => Uint8Array,
    readBack: ReadBack,
  ) {
    this.#readBack = readBack;
    this.#proofs = proofs;
    this.#bytesOf = bytesOf;
    let before: Promise<unknown> = Promise.resolve();
    for (const leaflet of leaflets) {
      const form = proofs.layoutOf(leaflet);
      if (this.#asked.has(form)) continue;
      const verdict = before.then(() => this.#judge(form, leaflet));
      // Whoever asks for it meets what it throws.
      verdict.catch(() => {});
      this.#asked.set(form, verdict);
      before = verdict;
    }
  }

  /** The verdict on a form, if it is known by now. */
  known(form: LaidOutForm): FormVerdict | undefined {
    return this.#known.get(form);
  }

  async of(form: LaidOutForm): Promise<FormVerdict> {
    const verdict = this.#known.get(form) ?? (await this.#asked.get(form));
    if (!verdict) throw new Error(`form ${form.form.id} was not to be proven`);
    return verdict;
  }

  /** Begins no further proof; what is asked for from now on is refused. */
  stop(): void {
    this.#isStopped = true;
  }

  async #judge(form: LaidOutForm, leaflet: Leaflet): Promise<FormVerdict> {
    const proofs = this.#proofs;
    if (this.#isStopped || proofs.isRefused(form)) return this.#say(form, REFUSED);
    if (!proofs.owes(leaflet)) return this.#say(form, { isRefused: false, findings: [] });
    const findings = await proofs.prove(this.#bytesOf(leaflet), leaflet, this.#readBack);
    return this.#say(form, { isRefused: proofs.isRefused(form), on: leaflet, findings });
  }

  #say(form: LaidOutForm, verdict: FormVerdict): FormVerdict {
    this.#known.set(form, verdict);
    return verdict;
  }
}

const REFUSED: FormVerdict = { isRefused: true, findings: [] };
