import type { CodeList } from '../code-list.js';

export const SOURCES_CODES = {
  'file/outside': {
    severity: 'error',
    reason: 'a leaflet is made only from files of the workspace, so that it can be made again',
  },
  'file/too-large': {
    severity: 'error',
    reason: 'a file of this size holds something other than what a leaflet prints',
  },
  'yaml/alias': {
    severity: 'error',
    reason:
      'a few such shorthands can stand for millions of lines, and nobody sees what is printed',
  },
  'yaml/tag': {
    severity: 'error',
    reason: 'a tag turns text into something else than what was approved',
  },
  'yaml/reserved-key': {
    severity: 'error',
    reason: 'the name belongs to the machinery and would hide what it holds',
  },
  'text/hidden-character': {
    severity: 'error',
    reason: 'an unseen character can turn a telephone number round or break a word on paper',
  },
  'campaign/missing': {
    severity: 'error',
    reason: 'without a campaign nobody has said what to print',
  },
  'campaign/unreadable': { severity: 'error', reason: 'what cannot be read cannot be printed' },
  'campaign/field': {
    severity: 'error',
    reason: 'the campaign decides what is printed, for whom and until when',
  },
  'campaign/unknown-template': { severity: 'error', reason: 'the leaflet would not be made' },
  'campaign/unknown-brand': {
    severity: 'error',
    reason: 'the leaflet would go out without the name of the shop',
  },
  'campaign/unknown-locale': {
    severity: 'error',
    reason: 'families who read this language would get no leaflet',
  },
  'campaign/unknown-deck': {
    severity: 'error',
    reason: 'families who read this language would get no leaflet',
  },
  'campaign/unknown-press': {
    severity: 'error',
    reason: 'a press that is not known prints colours that nobody has checked',
  },
  'campaign/unknown-market': {
    severity: 'error',
    reason: 'a helpline of another country may not answer a child here',
  },
  'deck/missing': {
    severity: 'error',
    reason: 'families who read this language would get no leaflet',
  },
  'deck/unreadable': {
    severity: 'error',
    reason: 'what cannot be read cannot be approved or printed',
  },
  'deck/field': {
    severity: 'error',
    reason: 'words without an id, a text or a status cannot be approved',
  },
  'deck/same-id': {
    severity: 'error',
    reason: 'one of the two texts would be printed, and nobody could say which',
  },
  'deck/id-within-id': {
    severity: 'error',
    reason: 'a template could not tell the text from the group',
  },
  'deck/undated': {
    severity: 'error',
    reason: 'steps change with every update of a phone, and wrong steps leave a child unprotected',
  },
  'deck/wording-length': {
    severity: 'error',
    reason: 'a panel that is too full would take this wording to save room, and save none',
  },
  'deck/never-shortened': {
    severity: 'warning',
    reason: 'whoever wrote the shorter words expects them on paper where room is short',
  },
  'deck/unknown-network': { severity: 'error', reason: 'the steps would never be printed' },
  'contacts/missing': {
    severity: 'error',
    reason: 'a leaflet without helplines leaves a frightened child alone',
  },
  'contacts/unreadable': {
    severity: 'error',
    reason: 'a leaflet without helplines leaves a frightened child alone',
  },
  'contacts/field': {
    severity: 'error',
    reason: 'a reader in danger may get no answer from a number or address that is wrong',
  },
  'template/missing': { severity: 'error', reason: 'half a template prints half a leaflet' },
  'template/unreadable': { severity: 'error', reason: 'what cannot be read cannot be printed' },
  'template/field': {
    severity: 'error',
    reason: 'a template says which words go on which piece of paper',
  },
  'template/unknown-format': {
    severity: 'error',
    reason: 'without sizes there is nothing to print on',
  },
  'approval/unreadable': {
    severity: 'error',
    reason: 'words that nobody is seen to have approved are not printed',
  },
  'approval/field': {
    severity: 'error',
    reason: 'words that nobody is seen to have approved are not printed',
  },
  'catalogue/none': { severity: 'error', reason: 'without phones there is no leaflet to make' },
  'catalogue/unreadable': {
    severity: 'error',
    reason: 'phones that cannot be read get no leaflet',
  },
  'catalogue/empty': { severity: 'error', reason: 'without phones there is no leaflet to make' },
  'catalogue/encoding': { severity: 'note', reason: 'names with accents may be wrong on paper' },
  'catalogue/stray-quote': {
    severity: 'error',
    reason: 'the cells after the quote run together, and phones get no leaflet',
  },
  'catalogue/formula': {
    severity: 'error',
    reason: 'the cell would count as empty, and the leaflet would be printed without it',
  },
  'catalogue/column-missing': {
    severity: 'error',
    reason: 'without this column a phone would get the wrong leaflet, or none',
  },
  'catalogue/column-unknown': {
    severity: 'error',
    reason: 'without this column a phone would get the wrong leaflet, or none',
  },
  'catalogue/column-twice': {
    severity: 'error',
    reason: 'nobody could say which of the columns is printed',
  },
  'catalogue/columns-unused': {
    severity: 'note',
    reason: 'the catalogue holds more than a leaflet needs',
  },
  'catalogue/sku': {
    severity: 'error',
    reason: 'the file would be lost, overwritten or refused by the computer of the printer',
  },
  'catalogue/rounded': {
    severity: 'error',
    reason: 'the digits that the spreadsheet dropped are gone, and two phones may look alike',
  },
  'catalogue/ean': {
    severity: 'error',
    reason: 'a packer who scans the box would not find its leaflet',
  },
  'catalogue/date': {
    severity: 'error',
    reason: 'the spreadsheet has changed what was typed, and the leaflet may not fit the box',
  },
  'catalogue/box': {
    severity: 'error',
    reason: 'a leaflet that does not fit its box holds up the packing line',
  },
  'catalogue/quantity': {
    severity: 'error',
    reason: 'too few leaflets leave phones without one; too many are thrown away',
  },
  'catalogue/cell': {
    severity: 'error',
    reason: 'the leaflet would be printed with a gap, or with words run together',
  },
  'catalogue/os': {
    severity: 'error',
    reason: 'the steps for one system do not work on the other',
  },
  'catalogue/network': {
    severity: 'error',
    reason: 'a leaflet would print the short code of no network, or of the wrong one',
  },
  'catalogue/bad-records': {
    severity: 'error',
    reason: 'these phones would be handed over without a leaflet',
  },
  'catalogue/same-sku': {
    severity: 'error',
    reason: 'two leaflets would have the same file name, and one would be lost',
  },
} as const satisfies CodeList;
