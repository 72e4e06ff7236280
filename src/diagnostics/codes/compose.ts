import type { CodeList } from '../code-list.js';

const LOST = 'what cannot be read is left out, and nobody sees that it is gone';
const STYLE = 'a style that does nothing gives a page that nobody designed';

export const COMPOSE_CODES = {
  'template/syntax': { severity: 'error', reason: LOST },
  'template/unknown-path': {
    severity: 'error',
    reason: 'a name that stands for nothing prints nothing, and the sentence is gone',
  },
  'template/unknown-helper': { severity: 'error', reason: LOST },
  'template/partial': { severity: 'error', reason: LOST },
  'template/raw': {
    severity: 'error',
    reason: 'text that is not escaped can change the page, and words slip past the approval',
  },
  'template/out-of-reach': {
    severity: 'error',
    reason: 'a template sees the leaflet’s data and nothing behind it',
  },
  'template/own-words': {
    severity: 'error',
    reason: 'words on a page come from approved copy, or nobody has approved them',
  },
  'html/element': { severity: 'error', reason: LOST },
  'html/attribute': { severity: 'error', reason: LOST },
  'html/value': { severity: 'error', reason: LOST },
  'html/place': {
    severity: 'error',
    reason: 'an element in the wrong place would be moved or dropped without a word',
  },
  'html/unclosed': {
    severity: 'error',
    reason: 'tags that do not match put the rest of the panel in the wrong box',
  },
  'panel/missing': { severity: 'error', reason: 'a panel without copy comes back blank' },
  'panel/unknown': {
    severity: 'error',
    reason: 'the finished piece has no such panel, so its words would not be printed',
  },
  'panel/language': {
    severity: 'error',
    reason: 'a family would get a page in a language that nobody asked for, or miss one',
  },
  'panel/twice': { severity: 'error', reason: 'one of the two would be lost' },
  'css/syntax': { severity: 'error', reason: STYLE },
  'css/at-rule': { severity: 'error', reason: STYLE },
  'css/selector': { severity: 'error', reason: STYLE },
  'css/property': { severity: 'error', reason: STYLE },
  'css/value': { severity: 'error', reason: STYLE },
  'css/colour': {
    severity: 'error',
    reason: 'a colour that is not in the brand kit has no inks to print with',
  },
  'css/page': {
    severity: 'error',
    reason: 'a page of another size than the finished piece is cut in the wrong place',
  },
  'copy/choice': {
    severity: 'error',
    reason: 'a choice that cannot be made would print the wrong words, or all of them',
  },
  'copy/choice-category': {
    severity: 'error',
    reason: 'the sentence would be wrong in this language for some numbers',
  },
  'copy/missing-for-phone': {
    severity: 'error',
    reason: 'the panel would come back without this text, on the leaflets of these phones',
  },
  'copy/missing': {
    severity: 'error',
    reason: 'the panel would come back without this text',
  },
  'copy/markup': {
    severity: 'error',
    reason: 'signs that do not match would be printed as they stand',
  },
  'copy/digits': {
    severity: 'error',
    reason:
      'a number typed into copy is a number nobody checks, and a wrong digit reaches a stranger',
  },
  'copy/unknown-reference': {
    severity: 'error',
    reason: 'a reference that stands for nothing leaves a gap where a number should be',
  },
  'copy/several-paragraphs': {
    severity: 'error',
    reason: 'a heading or a line holds one paragraph; the others would be lost',
  },
  'copy/quotes': {
    severity: 'warning',
    reason:
      'marks of another language, or of a typewriter, make a leaflet look careless, and its advice too',
  },
  'copy/reading-level': {
    severity: 'warning',
    reason: 'somebody who is frightened, or reads little, gives up on a hard sentence',
  },
  'copy/out-of-date': {
    severity: 'error',
    reason: 'steps and facts that nobody has looked at again may no longer be true',
  },
  'contact/unconfirmed': {
    severity: 'error',
    reason: 'a reader in danger may get no answer from a number its operator has not confirmed',
  },
  'contact/out-of-date': {
    severity: 'error',
    reason: 'numbers change hands, and a dead helpline does harm',
  },
  'contact/closed': { severity: 'error', reason: 'nobody answers there any more' },
  'contact/other-market': {
    severity: 'error',
    reason: 'helplines follow the place of sale: a number of another country cannot be reached',
  },
  'contact/no-field': {
    severity: 'error',
    reason: 'the page would show a gap where a number or an address should be',
  },
  'field/missing': {
    severity: 'error',
    reason: 'an empty value prints as a gap in a sentence, and nobody notices',
  },
  'slot/unknown': {
    severity: 'error',
    reason: 'a box whose value nobody knows stays empty on every leaflet',
  },
  'art/unknown': { severity: 'error', reason: 'the place of the drawing would stay empty' },
} as const satisfies CodeList;
