import type { CodeList } from '../code-list.js';

export const APPROVAL_CODES = {
  'approval/missing': {
    severity: 'error',
    reason: 'words that no charity has approved may do harm, and cannot be called back from shops',
  },
  'approval/draft-translation': {
    severity: 'error',
    reason: 'a translation that no native reader has checked may say something else',
  },
  'approval/other-deck': {
    severity: 'error',
    reason: 'an approval of other words approves nothing here',
  },
  'approval/other-bytes': {
    severity: 'error',
    reason: 'a signature that does not fit may hide a changed sentence or number',
  },
  'approval/demonstration-key': {
    severity: 'error',
    reason: 'the private half of that key is public, so its signature proves nothing',
  },
  'approval/unknown-key': {
    severity: 'error',
    reason: 'anyone can sign; only those whom the campaign names approve its words',
  },
  'approval/not-yet': {
    severity: 'error',
    reason: 'leaflets printed before their approval were printed without one',
  },
  'approval/expired': {
    severity: 'error',
    reason: 'leaflets would lie in shops after the words are no longer approved',
  },
  'approval/not-covered': {
    severity: 'error',
    reason: 'the approver has never seen this wording',
  },
  'approval/changed': {
    severity: 'error',
    reason: 'an edited sentence is no longer the one that was approved',
  },
  'approval/wording-waits': {
    severity: 'note',
    reason: 'whoever wrote the wording may expect to see it on paper',
  },
  'approval/contact-changed': {
    severity: 'error',
    reason: 'a reader in danger may get no answer from a number that nobody has approved',
  },
} as const satisfies CodeList;
