import type { Finding } from '../diagnostics/finding.js';
import { sortFindings } from '../diagnostics/sort-findings.js';
import type { Outlet } from './outlet.js';

/** Keeps what a run found beside what it made. */
export function writeFindings(outlet: Outlet, findings: readonly Finding[]): Finding[] {
  return outlet.write('findings.json', `${JSON.stringify(sortFindings(findings), null, 1)}\n`);
}
