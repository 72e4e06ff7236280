import type { CodeList } from '../code-list.js';

export const PLAN_CODES = {
  'plan/nothing-to-make': {
    severity: 'error',
    reason: 'a run that makes no leaflet looks like a run that worked',
  },
  'plan/box-unknown': {
    severity: 'error',
    reason:
      'a piece that is too large for its box is found on the packing line, after it is printed',
  },
  'plan/box-too-small': {
    severity: 'error',
    reason: 'the piece would have to be forced into the box, or left out of it',
  },
  'plan/same-name': {
    severity: 'error',
    reason: 'one leaflet would overwrite the other, and a shop would get the wrong one',
  },
} as const satisfies CodeList;
