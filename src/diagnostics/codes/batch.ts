import type { CodeList } from '../code-list.js';

export const BATCH_CODES = {
  'output/disk-full': {
    severity: 'error',
    reason: 'the leaflets that are missing would be missing in the shops',
  },
  'output/not-writable': {
    severity: 'error',
    reason: 'no leaflet can be put where the printer looks for it',
  },
  'output/held-open': {
    severity: 'error',
    reason: 'the old leaflet would stay under the name of the new one',
  },
  'output/locked': {
    severity: 'error',
    reason: 'two runs in one folder would mix their leaflets',
  },
  'output/lock-taken-over': {
    severity: 'note',
    reason:
      'a run that was killed leaves its lock behind; its finished files are held against what they should be',
  },
  'output/stale': {
    severity: 'warning',
    reason:
      'a leaflet of an earlier run that this campaign no longer makes may be printed by mistake',
  },
  'output/removed': {
    severity: 'note',
    reason: 'a leaflet that the campaign no longer makes must not be printed by mistake',
  },
  'output/input-changed': {
    severity: 'warning',
    reason: 'whoever made the change believes that it is on the leaflets',
  },
  'output/lost': {
    severity: 'warning',
    reason: 'a leaflet that is not as it was made may be torn, and must not be printed',
  },
  'output/stopped': {
    severity: 'error',
    reason: 'the leaflets that were not made yet would be missing in the shops',
  },
  'output/worker-died': {
    severity: 'error',
    reason: 'the leaflet that is missing would be missing in its shop',
  },
  'merge/no-part': {
    severity: 'error',
    reason: 'the leaflets of a part that is not there would be missing in their shops',
  },
  'merge/into-part': {
    severity: 'error',
    reason: 'a part that is written over could not be merged again',
  },
  'merge/other-run': {
    severity: 'error',
    reason: 'leaflets of two runs in one delivery may carry different words or numbers',
  },
  'merge/unfinished': {
    severity: 'error',
    reason: 'a run that was stopped lacks leaflets for some phones',
  },
  'merge/left-out': {
    severity: 'error',
    reason: 'these phones would be handed over without a leaflet',
  },
  'merge/twice': {
    severity: 'error',
    reason: 'a leaflet that is delivered twice is printed twice, and another may be missing for it',
  },
  'merge/missing': {
    severity: 'error',
    reason: 'the leaflets that are not here would be missing in their shops',
  },
  'merge/changed': {
    severity: 'error',
    reason: 'only the file that was proven may go to the printer',
  },
} as const satisfies CodeList;
