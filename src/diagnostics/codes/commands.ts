import type { CodeList } from '../code-list.js';

export const COMMAND_CODES = {
  'copy/key-exists': {
    severity: 'error',
    reason: 'a key that is overwritten can never sign again, and its approvals cannot be renewed',
  },
  'copy/key-unreadable': {
    severity: 'error',
    reason: 'without the key nobody can tell who approved the words',
  },
  'copy/approval-day': {
    severity: 'error',
    reason: 'an approval without an end, or one that has ended, would outlive the numbers in it',
  },
  'new/exists': {
    severity: 'error',
    reason: 'work that stands there would be lost',
  },
  'new/name': {
    severity: 'error',
    reason: 'the name becomes a folder and a part of every file name, on every system',
  },
  'build/nothing-chosen': {
    severity: 'error',
    reason: 'a run that makes nothing must not look like one that did its work',
  },
  'verify/nothing': {
    severity: 'error',
    reason: 'a check that reads no file must not look like one that passed',
  },
  'verify/no-manifest': {
    severity: 'error',
    reason: 'without the manifest nobody can say what the leaflet was approved to show',
  },
  'verify/claims-nothing': {
    severity: 'error',
    reason: 'a check by no rule must not look like one that passed',
  },
  'verify/not-listed': {
    severity: 'error',
    reason: 'a file that safeleaf did not make may show anything',
  },
  'verify/missing': {
    severity: 'error',
    reason: 'a leaflet that is missing here would be missing in its shop',
  },
  'verify/part': {
    severity: 'warning',
    reason: 'the leaflets that are not here would be missing in their shops',
  },
  'verify/left-out': {
    severity: 'error',
    reason: 'these phones would be handed over without a leaflet',
  },
  'verify/incomplete': {
    severity: 'error',
    reason: 'a run that was stopped lacks leaflets for some phones',
  },
  'doctor/runs-out': {
    severity: 'warning',
    reason: 'print stops on that day',
  },
  'doctor/unconfirmed': {
    severity: 'warning',
    reason: 'only its operator knows whether a number still reaches help',
  },
} as const satisfies CodeList;
