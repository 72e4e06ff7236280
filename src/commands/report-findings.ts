import { type Finding, isError } from '../diagnostics/finding.js';
import { printFindings } from '../diagnostics/print-finding.js';
import { sortFindings } from '../diagnostics/sort-findings.js';
import { say } from './say.js';
import type { Terminal } from './terminal.js';

/** Says what was found: on stderr for a person, or an object a line with `--json`. */
export function reportFindings(
  findings: readonly Finding[],
  terminal: Terminal,
  json: boolean,
): void {
  const sorted = sortFindings(findings);
  if (json) {
    for (const it of sorted) say(terminal, { event: 'finding', ...it });
    return;
  }
  for (const text of printFindings(sorted)) terminal.err(text);
}

/** How many errors and warnings there are. */
export const countOf = (findings: readonly Finding[]) => {
  const sorted = sortFindings(findings);
  return {
    errors: sorted.filter(isError).length,
    warnings: sorted.filter(({ severity }) => severity === 'warning').length,
  };
};

/** `3 errors, 1 warning`, or `no findings`. */
export function countFindings(findings: readonly Finding[]): string {
  const { errors, warnings } = countOf(findings);
  const parts = [plural(errors, 'error'), plural(warnings, 'warning')].filter(Boolean);
  return parts.join(', ') || 'no findings';
}

const plural = (count: number, word: string): string =>
  count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
