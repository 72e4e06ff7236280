import type { FindingCode } from '../../diagnostics/codes.js';

/** What is wrong with a cell: the code, what it is instead of what belongs there, and how to mend it. */
export interface CellFault {
  readonly code: FindingCode;
  readonly problem: string;
  readonly fix: string;
}

/** A cell's value, or what is wrong with it. */
export type CellRead<T> = { readonly value: T } | { readonly fault: CellFault };

export const cellFault = (code: FindingCode, problem: string, fix: string) => ({
  fault: { code, problem, fix },
});
