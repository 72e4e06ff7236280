import type { CodeList } from '../code-list.js';

export const CACHE_CODES = {
  'cache/not-kept': {
    severity: 'note',
    reason: 'the next run will have to make again what it could have found made',
  },
  'cache/not-ours': {
    severity: 'warning',
    reason: 'whoever can write into the cache could put words of their own on leaflets',
  },
} as const satisfies CodeList;
