import type { CodeList } from '../code-list.js';

export const PROVE_CODES = {
  'prove/unreadable': {
    severity: 'error',
    reason: 'a file that we cannot read, the printer cannot print',
  },
  'prove/encrypted': {
    severity: 'error',
    reason: 'nobody can see what a locked file prints, and print shops refuse it',
  },
  'prove/too-large': {
    severity: 'error',
    reason: 'a leaflet is a few hundred kilobytes; a file of this size is something else',
  },
  'prove/pages': {
    severity: 'error',
    reason: 'the printer prints one page for each side of the leaflet',
  },
  'prove/box': {
    severity: 'error',
    reason: 'the leaflet would be cut at the wrong place, or show white at its edge',
  },
  'prove/font': {
    severity: 'error',
    reason: 'the printer would put another typeface in its place, or nothing',
  },
  'prove/annotation': {
    severity: 'error',
    reason: 'what lies over a page can hide or change what is printed',
  },
  'prove/output-intent': {
    severity: 'error',
    reason: 'the printer cannot know for which paper the colours were mixed',
  },
  'prove/colour': {
    severity: 'error',
    reason: 'the printer would convert it, and nobody knows to what',
  },
  'prove/black-text': {
    severity: 'error',
    reason: 'small type blurs unless it prints on the black plate alone, over the colours',
  },
  'prove/white-text': {
    severity: 'error',
    reason: 'white type that overprints is not there at all',
  },
  'prove/hidden-text': {
    severity: 'error',
    reason: 'words that no reader sees were approved to be seen',
  },
  'prove/word': {
    severity: 'error',
    reason: 'the words in the file are not the words that were approved',
  },
  'prove/number': {
    severity: 'error',
    reason: 'a wrong digit sends a frightened child to a stranger',
  },
  'prove/glyph': {
    severity: 'error',
    reason: 'the letters on paper are others than the file says they are',
  },
  'prove/no-ink': {
    severity: 'error',
    reason: 'the word stands in the file and not on the paper',
  },
  'prove/ink': {
    severity: 'error',
    reason: 'letters are missing, cut off, covered or others than approved',
  },
  'prove/not-rendered': {
    severity: 'error',
    reason: 'a page that cannot be drawn here cannot be proven',
  },
  'prove/code-unread': {
    severity: 'error',
    reason: 'a phone that points at the code gets nothing',
  },
  'prove/code-target': {
    severity: 'error',
    reason: 'the code leads somewhere that nobody approved',
  },
  'prove/code-module': {
    severity: 'error',
    reason: 'phones misread a code whose squares are too small',
  },
  'prove/code-quiet-zone': {
    severity: 'error',
    reason: 'phones do not find a code without its empty border',
  },
  'prove/code-contrast': {
    severity: 'error',
    reason: 'phones misread a code that is pale, above all in a dim room',
  },
  'prove/slot': {
    severity: 'error',
    reason: 'the leaflet would go into the box of another phone',
  },
  'prove/slot-width': {
    severity: 'error',
    reason: 'the value would run into what stands beside it, or be cut off',
  },
  'prove/tags': {
    severity: 'error',
    reason: 'whoever has the leaflet read aloud hears something else than is printed, or nothing',
  },
  'prove/link': {
    severity: 'error',
    reason: 'a touch would call a wrong number, open a wrong page, or do nothing',
  },
  'prove/die-plate': {
    severity: 'error',
    reason: 'the finisher has no line to cut, fold or glue by',
  },
  'prove/changed': {
    severity: 'note',
    reason: 'the file is not the one that was made',
  },
} as const satisfies CodeList;
