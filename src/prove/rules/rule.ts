import type { Anatomy } from '../anatomy/anatomy.js';

/** Which requirements a rule belongs to. */
export type Family = 'pdfx' | 'gwg' | 'pdfua';

/** One place where a rule is broken. */
export interface Breach {
  /** What is wrong, with what was found. */
  readonly problem: string;
  /** From 0; absent for the file as a whole. */
  readonly page?: number | undefined;
}

/** One thing that a finished file must keep to, judged from its bytes alone. */
export interface Rule {
  /** The requirement's own id: `X05`, `R0015`, `7.1-3`. */
  readonly id: string;
  readonly family: Family;
  /** What it asks, in our own words. */
  readonly asks: string;
  /** Why it matters, as half a sentence. */
  readonly why: string;
  /** An error stops print; a warning is the printer's to judge. */
  readonly severity: Severity;
  /** Where it is another for a kind of product; `none` where the rule does not hold for it. */
  readonly products: Readonly<Partial<Record<Product, Severity | 'none'>>>;
  readonly source: string;
  check(file: Anatomy, product: Product): readonly Breach[];
}

export type Severity = 'error' | 'warning';

/** Kinds of product as the Ghent Workgroup's 2022 settings tell them apart, as far as leaflets are of them. */
export type Product = 'sheet-cmyk' | 'sheet-spot' | 'label-leaflet';

/** A rule's judgement: nothing, or what is wrong. */
type Check = (file: Anatomy, product: Product) => readonly (Breach | string)[];

/** Makes the rules of one clause: they share why they matter, and where they come from. */
export const rulesOf =
  (
    shared: Pick<Rule, 'family' | 'why' | 'source'> & Partial<Pick<Rule, 'severity' | 'products'>>,
  ) =>
  (id: string, asks: string, check: Check): Rule => ({
    severity: 'error',
    products: {},
    ...shared,
    id,
    asks,
    check: (file, product) =>
      check(file, product).map((it) => (typeof it === 'string' ? { problem: it } : it)),
  });

/** A problem where a condition holds; else none. */
export const when = (isBroken: boolean, problem: string): readonly string[] =>
  isBroken ? [problem] : [];
