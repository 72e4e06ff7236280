import { type Finding, isError } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Ready } from '../pipeline.js';
import type { Form, Leaflet } from '../plan/plan.js';
import type { ReadBack } from './read-back.js';

/** How much of a run is proven. */
export interface ProofTally {
  readonly panels: number;
  readonly files: number;
  /** How many of the files an earlier run read back, byte for byte the same; absent where this one read all. */
  readonly earlier?: number;
}

/**
 * What of a run is proven: each panel once, as it stands in finished bytes, and one whole file for every template,
 * brand and locale. A panel that fails stops every leaflet that would hold it.
 */
export class FormProofs {
  private readonly readBack: ReadBack | undefined;
  private readonly isDraft: boolean;
  private readonly formOf: ReadonlyMap<Form, LaidOutForm>;
  private readonly proven = new Set<string>();
  private readonly failed = new Set<string>();
  private readonly failedForms = new Set<LaidOutForm>();
  private readonly wholes = new Set<string>();
  private readonly keys = new Map<LaidOutForm, readonly string[]>();
  private provenFiles = 0;
  private earlierFiles = 0;

  /** Without `readBack` nothing is proven. A draft is made whatever its proof says: it shows what is wrong. */
  constructor({ forms }: Pick<Ready, 'forms'>, readBack: ReadBack | undefined, isDraft: boolean) {
    this.readBack = readBack;
    this.isDraft = isDraft;
    this.formOf = new Map(forms.map((it) => [it.form, it]));
  }

  /** How much is proven so far. */
  get tally(): ProofTally {
    const earlier = this.earlierFiles > 0 ? { earlier: this.earlierFiles } : {};
    return { panels: this.proven.size, files: this.provenFiles, ...earlier };
  }

  /** A file's proof was made by an earlier run, on the very same bytes. */
  noteEarlier(): void {
    this.earlierFiles += 1;
  }

  /** Whether anything is read back at all. */
  get areWanted(): boolean {
    return this.readBack !== undefined;
  }

  /** The laid-out form of a leaflet. */
  layoutOf({ form }: Leaflet): LaidOutForm {
    const laidOut = this.formOf.get(form);
    if (!laidOut) throw new Error(`no layout for form ${form.id}`);
    return laidOut;
  }

  /** Whether no leaflet of a form may be made. The finding stands with the leaflet that was proven. */
  isRefused(form: LaidOutForm): boolean {
    if (this.isDraft) return false;
    return this.failedForms.has(form) || this.keysOf(form).some((key) => this.failed.has(key));
  }

  /** Whether a leaflet holds a panel that no finished bytes have proven yet, or is the first of its template, brand and locale. */
  owes(leaflet: Leaflet): boolean {
    if (!this.readBack) return false;
    const isFirst = !this.wholes.has(wholeOf(leaflet));
    return isFirst || this.keysOf(this.layoutOf(leaflet)).some((key) => this.isUnproven(key));
  }

  /** Reads a leaflet back from its finished bytes, and notes what that proves. `readBack`: on another thread than this one. */
  async prove(
    bytes: Uint8Array,
    leaflet: Leaflet,
    readBack = this.readBack,
  ): Promise<readonly Finding[]> {
    if (!readBack) throw new Error('there is nobody to prove a leaflet');
    const form = this.layoutOf(leaflet);
    const isFirst = !this.wholes.has(wholeOf(leaflet));
    const unproven = this.keysOf(form).filter((key) => this.isUnproven(key));
    const known = isFirst ? new Set<string>() : new Set([...this.proven, ...this.failed]);
    const isJudged = isFirst && !this.isDraft;
    const findings = await readBack({ bytes, leaflet, form, known, isJudged });
    this.wholes.add(wholeOf(leaflet));
    this.provenFiles += 1;
    const isWrong = findings.some(isError);
    if (isWrong) this.failedForms.add(form);
    for (const key of unproven) (isWrong ? this.failed : this.proven).add(key);
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
