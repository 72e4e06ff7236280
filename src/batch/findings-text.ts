import type { Finding } from '../diagnostics/finding.js';
import { sortFindings } from '../diagnostics/sort-findings.js';

/** The file beside a manifest that says what its run found. */
export const FINDINGS = 'findings.json';

export const findingsText = (findings: readonly Finding[]): string =>
  `${JSON.stringify(sortFindings(findings), null, 1)}\n`;
