import type { CodeList } from '../code-list.js';

export const PACK_CODES = {
  'pack/no-manifest': {
    severity: 'error',
    reason: 'without the manifest nobody can say what the printer gets, and whether it is all',
  },
  'pack/unfinished': {
    severity: 'error',
    reason: 'a run that was stopped lacks leaflets for some phones',
  },
  'pack/missing': {
    severity: 'error',
    reason: 'the leaflets that are not here would be missing in their shops',
  },
  'pack/not-for-press': {
    severity: 'error',
    reason: 'what is made to be looked at must not reach a press',
  },
  'pack/changed': {
    severity: 'error',
    reason: 'only the file that was proven may go to the printer',
  },
  'pack/too-large': {
    severity: 'error',
    reason: 'a ZIP that old programs cannot open reaches the press with leaflets missing',
  },
  'pack/demonstration': {
    severity: 'note',
    reason: 'leaflets of a demonstration must not reach a family',
  },
  'pack/does-not-fit': {
    severity: 'warning',
    reason: 'leaflets that are in no pile would be missing in their shops',
  },
  'pack/die-cut': {
    severity: 'warning',
    reason: 'a guillotine cuts straight lines only',
  },
  'pack/nothing-to-impose': {
    severity: 'error',
    reason: 'a ZIP without a leaflet must not look like a delivery',
  },
} as const satisfies CodeList;
