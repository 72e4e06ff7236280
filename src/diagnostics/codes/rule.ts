import type { CodeList } from '../code-list.js';

/** Findings by the rules on finished bytes; each carries its rule's id and its rule's own reason. */
export const RULE_CODES = {
  'rule/pdfx': {
    severity: 'error',
    reason: 'a printer’s check refuses a file that breaks PDF/X-4',
  },
  'rule/gwg': {
    severity: 'error',
    reason: 'a printer’s check by the Ghent Workgroup’s settings refuses the file',
  },
  'rule/gwg-advice': {
    severity: 'warning',
    reason: 'a printer’s check by the Ghent Workgroup’s settings warns of it',
  },
  'rule/pdfua': {
    severity: 'error',
    reason: 'a reader who cannot see the page does not get at all of it',
  },
} as const satisfies CodeList;
