import type { Store } from '../cache/store.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { DrawnSlot, Press, PressFile } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { Leaflet } from '../plan/plan.js';
import { checkSlots } from '../prove/check-slots.js';
import type { Prover } from '../prove/prover.js';
import { FormProofs } from './form-proofs.js';
import { readBackHere } from './read-back.js';
import { readBackOnce } from './read-back-once.js';

/** A leaflet's bytes, unless something in them was found wrong. */
export interface Certified {
  readonly file: PressFile | undefined;
  readonly form: LaidOutForm;
  readonly findings: readonly Finding[];
}

/**
 * Makes leaflets and proves each as far as it holds something new: a panel once a run, as it stands in
 * finished bytes, and one whole file for every template, brand and locale, also by the rules of its edition; a
 * record's own values always.
 * A panel that fails stops every leaflet that would hold it.
 */
export class Certifier {
  readonly proofs: FormProofs;
  private readonly press: Press;
  private readonly isDraft: boolean;

  /**
   * Without a prover no file is read back. A draft is made whatever its proof says: it shows what is wrong. `verdicts`: where
   * earlier runs kept what they read back, for the print edition.
   */
  constructor(
    ready: Ready,
    press: Press,
    prover: Prover | undefined,
    isDraft = false,
    verdicts?: Store,
  ) {
    this.press = press;
    this.isDraft = isDraft;
    const readBack =
      prover && readBackOnce(readBackHere(prover), verdicts, () => this.proofs.noteEarlier());
    this.proofs = new FormProofs(ready, readBack, isDraft);
  }

  async certify(leaflet: Leaflet): Promise<Certified> {
    const { proofs } = this;
    const form = proofs.layoutOf(leaflet);
    if (proofs.isRefused(form)) return { file: undefined, form, findings: [] };
    const file = this.press.write(leaflet);
    const findings = [...this.checkRecord(file.slots, leaflet)];
    if (proofs.owes(leaflet)) findings.push(...(await proofs.prove(file.bytes, leaflet)));
    const isWrong = !this.isDraft && findings.some(isError);
    return { file: isWrong ? undefined : file, form, findings };
  }

  /** A record's own values, as the press drew them. */
  checkRecord(slots: readonly DrawnSlot[], leaflet: Leaflet): readonly Finding[] {
    const { proofs } = this;
    return proofs.areWanted ? checkSlots(slots, leaflet, proofs.layoutOf(leaflet)) : [];
  }
}
