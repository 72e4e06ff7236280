import { type Finding, isError } from '../diagnostics/finding.js';

/** How a run ended, for scripts (also in README and `--help`). */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  bug: 3,
  interrupted: 130,
} as const;

export const exitCodeOf = (findings: readonly Finding[]): number =>
  findings.some(isError) ? EXIT.findings : EXIT.done;
