import { CODES, type FindingCode } from './codes.js';

/** `error` stops print, `warning` does not, `note` only tells. */
export type Severity = 'error' | 'warning' | 'note';

/** Where a value stands: the file as the user knows it, with line and column (from 1). */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** A part that a line cannot name: `row 14, column "Colour"`, `page 2, panel "help"`. */
  readonly part?: string | undefined;
}

/** Which leaflet a finding belongs to, and by how much it is wrong. All optional. */
export interface FindingContext {
  readonly leaflet?: string | undefined;
  readonly brand?: string | undefined;
  readonly locale?: string | undefined;
  readonly panel?: string | undefined;
  /** The sentence that is wrong, as it would be printed. */
  readonly sentence?: string | undefined;
  /** The id of the rule on finished bytes that is broken: `X05`, `R0015`, `7.1-3`. */
  readonly rule?: string | undefined;
  /** By how many millimetres it is too large or too small. */
  readonly overMm?: number | undefined;
  /** How many letters of the sentence have no room. */
  readonly overCharacters?: number | undefined;
}

/** One thing wrong: where, a stable code, what, why it matters on paper, what to do. */
export interface Finding extends FindingContext {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly at: Place;
  readonly problem: string;
  readonly reason: string;
  readonly fix: string;
}

/** What a stage gives: its value, unless it could make none, and all that it found. */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
}

/** A finding of a listed code; severity and reason come from the list. */
export function finding(
  code: FindingCode,
  at: Place,
  problem: string,
  fix: string,
  context: FindingContext = {},
): Finding {
  const { severity, reason } = CODES[code];
  return { code, severity, at, problem, reason, fix, ...context };
}

/** Whether a finding stops print. */
export const isError = (it: Finding): boolean => it.severity === 'error';
