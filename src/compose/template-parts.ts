import type { Place } from '../diagnostics/finding.js';

/** All that a template can do, and nothing else: its own markup, a value, a choice. */
export type TemplatePart =
  | { readonly kind: 'markup'; readonly text: string; readonly place: Place }
  | { readonly kind: 'print'; readonly path: string; readonly place: Place }
  | {
      readonly kind: 'choice';
      readonly test: Test;
      readonly then: readonly TemplatePart[];
      readonly otherwise: readonly TemplatePart[];
    };

/** What a choice depends on: whether a value is there, or whether it is a certain word. */
export interface Test {
  readonly path: string;
  /** Absent: whether there is a value at all. */
  readonly word?: string | undefined;
  /** `unless`: the other way round. */
  readonly negated: boolean;
  readonly place: Place;
}
