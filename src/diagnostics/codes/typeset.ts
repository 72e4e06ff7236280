import type { CodeList } from '../code-list.js';

export const TYPESET_CODES = {
  'font/missing': {
    severity: 'error',
    reason: 'words set in another type are not the brand’s leaflet, or cannot be set at all',
  },
  'font/too-large': {
    severity: 'error',
    reason: 'a file of this size is no font for a leaflet, and every PDF would carry part of it',
  },
  'font/not-a-font': {
    severity: 'error',
    reason: 'a press file carries its type inside it, so the type must be a font a press can read',
  },
  'font/web-font': {
    severity: 'error',
    reason: 'web fonts are packed for browsers, and no press can read them',
  },
  'font/collection': {
    severity: 'error',
    reason: 'the file holds several fonts, and nothing says which one is meant',
  },
  'font/truncated': {
    severity: 'error',
    reason: 'half a font prints some letters and leaves gaps for the others',
  },
  'font/table-missing': {
    severity: 'error',
    reason: 'without it letters have no shape, no width or no place',
  },
  'font/damaged': {
    severity: 'error',
    reason: 'a damaged font prints wrong letters, or none',
  },
  'font/embedding-forbidden': {
    severity: 'error',
    reason: 'a PDF for print must carry its fonts, and this one’s licence does not let it',
  },
  'font/weight-outside': {
    severity: 'error',
    reason: 'the letters would be lighter or heavier than the brand asks',
  },
  'font/weight-missing': {
    severity: 'error',
    reason: 'words that should stand out would look like all others, or the reverse',
  },
  'font/script-not-shaped': {
    severity: 'error',
    reason: 'letters that should join or change their shape would stand apart and be unreadable',
  },
  'text/no-glyph': {
    severity: 'error',
    reason: 'an empty box would be printed where the character should be',
  },
  'text/stray-mark': {
    severity: 'error',
    reason:
      'a dotted circle that nobody wrote would be printed under it, or it would lie on its neighbour',
  },
} as const satisfies CodeList;
