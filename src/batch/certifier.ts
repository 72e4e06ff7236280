import { setImmediate } from 'node:timers/promises';
import { type Finding, isError } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Press, PressFile } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { Form, Leaflet } from '../plan/plan.js';
import { checkSlots } from '../prove/check-slots.js';
import type { Prover } from '../prove/prover.js';

/** A leaflet's bytes, unless something in them was found wrong. */
export interface Certified {
  readonly file: PressFile | undefined;
  readonly form: LaidOutForm;
  readonly findings: readonly Finding[];
}

/**
 * Makes leaflets and proves each as far as it holds something new: a panel once a run, as it stands in
 * finished bytes, and one whole file for every template, brand and locale; a record's own values always.
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

  /** Lets what waits run first: pdfkit's streams hold on to a finished file until the event loop comes round. */
  async certify(leaflet: Leaflet): Promise<Certified> {
    await setImmediate();
    const form = this.formOf.get(leaflet.form);
    if (!form) throw new Error(`no layout for form ${leaflet.form.id}`);
    const keys = form.sides.flatMap(({ panels }) => panels.map(({ panel }) => panel.key));
    // The finding stands with the leaflet that the panel was proven on.
    const isRefused = !this.isDraft && keys.some((key) => this.failed.has(key));
    if (isRefused) return { file: undefined, form, findings: [] };
    const file = this.press.write(leaflet);
    if (!this.prover) return { file, form, findings: [] };
    const findings = [
      ...checkSlots(file.slots, leaflet, form),
      ...(await this.prove(this.prover, file, leaflet, form, keys)),
    ];
    const isWrong = !this.isDraft && findings.some(isError);
    return { file: isWrong ? undefined : file, form, findings };
  }

  private async prove(
    prover: Prover,
    file: PressFile,
    leaflet: Leaflet,
    form: LaidOutForm,
    keys: readonly string[],
  ): Promise<readonly Finding[]> {
    const { template, brand, locale } = leaflet.form;
    const whole = `${template.id}/${brand.id}/${locale.tag}`;
    const isFirst = !this.wholes.has(whole);
    const unproven = keys.filter((key) => !this.proven.has(key) && !this.failed.has(key));
    if (!isFirst && unproven.length === 0) return [];
    const known = isFirst ? new Set<string>() : new Set([...this.proven, ...this.failed]);
    const { findings } = await prover.prove(file.bytes, leaflet, form, known);
    this.wholes.add(whole);
    this.provenFiles += 1;
    const into = findings.some(isError) ? this.failed : this.proven;
    for (const key of unproven) into.add(key);
    return findings;
  }
}
