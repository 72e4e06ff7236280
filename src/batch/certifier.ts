import { type Finding, isError } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { DrawnSlot, Press, PressFile } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { Form, Leaflet } from '../plan/plan.js';
import { checkSlots } from '../prove/check-slots.js';
import type { Prover } from '../prove/prover.js';
import { judgeFile } from '../prove/rules/judge-file.js';

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
  private readonly press: Press;
  private readonly prover: Prover | undefined;
  private readonly isDraft: boolean;
  private readonly formOf: ReadonlyMap<Form, LaidOutForm>;
  private readonly proven = new Set<string>();
  private readonly failed = new Set<string>();
  private readonly wholes = new Set<string>();
  private readonly keys = new Map<LaidOutForm, readonly string[]>();
  private provenFiles = 0;

  /** Without a prover no file is read back. A draft is made whatever its proof says: it shows what is wrong. */
  constructor(ready: Ready, press: Press, prover: Prover | undefined, isDraft = false) {
    this.press = press;
    this.prover = prover;
    this.isDraft = isDraft;
    this.formOf = new Map(ready.forms.map((it) => [it.form, it]));
  }

  /** How much was read back so far. */
  get tally(): { readonly panels: number; readonly files: number } {
    return { panels: this.proven.size, files: this.provenFiles };
  }

  async certify(leaflet: Leaflet): Promise<Certified> {
    const form = this.layoutOf(leaflet);
    // The finding stands with the leaflet that the panel was proven on.
    const isRefused = !this.isDraft && this.keysOf(form).some((key) => this.failed.has(key));
    if (isRefused) return { file: undefined, form, findings: [] };
    const file = this.press.write(leaflet);
    if (!this.prover) return { file, form, findings: [] };
    const findings = [...this.checkRecord(file.slots, leaflet)];
    if (this.owesProof(leaflet)) findings.push(...(await this.proveBytes(file.bytes, leaflet)));
    const isWrong = !this.isDraft && findings.some(isError);
    return { file: isWrong ? undefined : file, form, findings };
  }

  /** The laid-out form of a leaflet. */
  layoutOf({ form }: Leaflet): LaidOutForm {
    const laidOut = this.formOf.get(form);
    if (!laidOut) throw new Error(`no layout for form ${form.id}`);
    return laidOut;
  }

  /** A record's own values, as the press drew them. */
  checkRecord(slots: readonly DrawnSlot[], leaflet: Leaflet): readonly Finding[] {
    return this.prover ? checkSlots(slots, leaflet, this.layoutOf(leaflet)) : [];
  }

  /** Whether a leaflet holds a panel that no finished bytes have proven yet, or is the first of its template, brand and locale. */
  owesProof(leaflet: Leaflet): boolean {
    if (!this.prover) return false;
    const isFirst = !this.wholes.has(wholeOf(leaflet));
    return isFirst || this.keysOf(this.layoutOf(leaflet)).some((key) => this.isUnproven(key));
  }

  /** Reads a leaflet back from its finished bytes. */
  async proveBytes(bytes: Uint8Array, leaflet: Leaflet): Promise<readonly Finding[]> {
    if (!this.prover) throw new Error('there is nobody to prove a leaflet');
    const form = this.layoutOf(leaflet);
    const isFirst = !this.wholes.has(wholeOf(leaflet));
    const unproven = this.keysOf(form).filter((key) => this.isUnproven(key));
    const known = isFirst ? new Set<string>() : new Set([...this.proven, ...this.failed]);
    const proof = await this.prover.prove(bytes, leaflet, form, known);
    const at = { file: `${leaflet.fileName}.pdf` };
    const judged = isFirst && !this.isDraft ? await judgeFile(bytes, at) : [];
    const findings = [...proof.findings, ...judged];
    this.wholes.add(wholeOf(leaflet));
    this.provenFiles += 1;
    const into = findings.some(isError) ? this.failed : this.proven;
    for (const key of unproven) into.add(key);
    return findings;
  }

  private isUnproven(key: string): boolean {
    return !this.proven.has(key) && !this.failed.has(key);
  }

  /** Asked for every leaflet, answered once a form. */
  private keysOf(form: LaidOutForm): readonly string[] {
    const known = this.keys.get(form);
    if (known) return known;
    const keys = form.sides.flatMap(({ panels }) => panels.map(({ panel }) => panel.key));
    this.keys.set(form, keys);
    return keys;
  }
}

const wholeOf = ({ form: { template, brand, locale } }: Leaflet): string =>
  `${template.id}/${brand.id}/${locale.tag}`;
