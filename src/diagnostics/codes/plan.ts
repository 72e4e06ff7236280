import type { CodeList } from '../code-list.js';

export const PLAN_CODES = {
  'plan/nothing-to-make': {
    severity: 'error',
    reason: 'a run that makes no leaflet looks like a run that worked',
  },
  'plan/same-name': {
    severity: 'error',
    reason: 'one leaflet would overwrite the other, and a shop would get the wrong one',
  },
} as const satisfies CodeList;
