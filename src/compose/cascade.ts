import type { Place } from '../diagnostics/finding.js';
import type { CssValue } from './css-value.js';
import type { StyleRule, StyleSheet } from './read-style.js';
import { matches, type Speech, type Styled } from './selector.js';

/** A value with the declaration that won. */
export interface Won {
  readonly value: CssValue;
  readonly property: string;
  readonly place: Place;
  /** Whether the template said it, or our own default sheet. */
  readonly isOwn: boolean;
}

export type WonValues = ReadonlyMap<string, Won>;

/** The sheets of a form, ours below the template's. */
export interface Sheets {
  readonly defaults: StyleSheet;
  readonly own: StyleSheet;
  readonly speech: Speech;
}

/** The values that hold for an element: the later sheet, then specificity, then order, as CSS has it. */
export function cascade(sheets: Sheets, element: Styled): WonValues {
  const won = new Map<string, Won>();
  apply(sheets.defaults.rules, false);
  apply(sheets.own.rules, true);
  return won;

  function apply(rules: readonly StyleRule[], isOwn: boolean): void {
    const matching = rules.filter(({ selector }) => matches(selector, element, sheets.speech));
    // sort() is stable: of equals, the later one stays later and wins.
    for (const { declarations } of matching.sort(bySpecificity))
      for (const { longhands, property, place } of declarations)
        for (const [name, value] of Object.entries(longhands))
          won.set(name, { value, property, place, isOwn });
  }
}

function bySpecificity({ selector: a }: StyleRule, { selector: b }: StyleRule): number {
  for (const index of [0, 1, 2] as const) {
    const difference = a.specificity[index] - b.specificity[index];
    if (difference !== 0) return difference;
  }
  return 0;
}
