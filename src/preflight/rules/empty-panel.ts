import { finding } from '../../diagnostics/finding.js';
import type { Rule } from '../rule.js';

/** A panel with nothing on it. */
export const emptyPanel: Rule = {
  id: 'R0005',
  source: 'GWG 2022, warning; here by panel',
  check: ({ panel, composed }) =>
    panel.items.length + panel.slots.length > 0
      ? []
      : [
          finding(
            'preflight/R0005',
            composed.root.place,
            `panel "${composed.name}" has nothing on it`,
            'give it copy, or use a format without it',
          ),
        ],
};
