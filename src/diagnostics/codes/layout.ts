import type { CodeList } from '../code-list.js';

export const LAYOUT_CODES = {
  'layout/heading-alone': {
    severity: 'warning',
    reason: 'a reader looks below a heading for what it promises, and turns the page in vain',
  },
  'layout/panel-missing': {
    severity: 'error',
    reason: 'a whole face of the leaflet would be printed blank',
  },
  'layout/panel-unknown': {
    severity: 'error',
    reason: 'its words would be missing from the printed leaflet',
  },
  'layout/copy-too-long': {
    severity: 'error',
    reason: 'the last lines would run over the trim or the fold and be cut off',
  },
  'layout/outside-live': {
    severity: 'error',
    reason: 'cutting and folding wander by a millimetre or two and would take a part of it away',
  },
  'layout/word-too-wide': {
    severity: 'error',
    reason: 'the word would run out of its box, over what stands beside it',
  },
  'layout/outside-box': {
    severity: 'error',
    reason:
      'words that burst their box look broken, and may lose their ground and become unreadable',
  },
  'layout/overlap': {
    severity: 'error',
    reason: 'two things printed on top of each other can neither be read nor scanned',
  },
  'layout/address-parted': {
    severity: 'warning',
    reason: 'whoever types an address from two lines leaves something out, or puts a hyphen in',
  },
  'layout/code-target': {
    severity: 'error',
    reason: 'a leaflet without its QR code leaves a reader without the way to help',
  },
  'preflight/risk-without-help': {
    severity: 'error',
    reason: 'a child who reads of a danger must find help without turning the page',
  },
  'preflight/type-size': {
    severity: 'error',
    reason: 'people with poor sight, and most people in poor light, cannot read smaller type',
  },
  'preflight/x-height': {
    severity: 'error',
    reason: 'letters that are small in their size are as hard to read as small type',
  },
  'preflight/slot-width': {
    severity: 'error',
    reason: 'the value would run over what stands beside it, on the leaflets of that phone only',
  },
  'preflight/line-length': {
    severity: 'warning',
    reason: 'eyes lose the way from the end of a long line to the start of the next',
  },
  'preflight/baseline-grid': {
    severity: 'warning',
    reason:
      'lines that do not stand level with those of the next panel look like a slip of the printer',
  },
  'preflight/contrast': {
    severity: 'error',
    reason:
      'pale words on paper cannot be read by many people, and no reader can turn up the light',
  },
  'preflight/qr-module': {
    severity: 'error',
    reason: 'an old phone cannot tell modules that small apart',
  },
  'preflight/qr-size': {
    severity: 'error',
    reason: 'a small code must be held so near that cameras cannot focus',
  },
  'preflight/qr-version': {
    severity: 'error',
    reason: 'a dense code fails at the first crease',
  },
  'preflight/quiet-zone': {
    severity: 'error',
    reason: 'readers find a code by the empty border round it',
  },
  'preflight/qr-contrast': {
    severity: 'error',
    reason: 'readers cannot tell pale modules from their ground',
  },
  'preflight/qr-words': {
    severity: 'error',
    reason: 'a reader without a working camera has no other way to help',
  },
  'preflight/die-line': {
    severity: 'error',
    reason: 'a die wanders by a millimetre or two: a part of it would be cut away',
  },
  'preflight/keep-out': {
    severity: 'error',
    reason: 'a number or code that is covered cannot be used',
  },
  'preflight/logo-size': {
    severity: 'error',
    reason: 'the brand owner sends back a logo that is too small',
  },
  'preflight/logo-clear-space': {
    severity: 'error',
    reason: 'the brand owner sends back a logo that is crowded',
  },
  'preflight/ink-limit': {
    severity: 'error',
    reason: 'too much ink does not dry: sheets stick together and set off on each other',
  },
  'preflight/thin-line': {
    severity: 'error',
    reason: 'a thinner line breaks up or vanishes on the plate',
  },
  'preflight/notice-room': {
    severity: 'error',
    reason: 'the notice that a copy is for demonstration only must be readable',
  },
  'preflight/colour-profile': {
    severity: 'error',
    reason: 'without it nobody can say how the inks will look on paper',
  },
  'preflight/language-change': {
    severity: 'error',
    reason:
      'the printer keeps the colour plates from language to language: these words would stay in the first one',
  },
  'preflight/language-artwork': {
    severity: 'error',
    reason:
      'the printer keeps the colour plates of the first language: on all others this would print where it does not belong',
  },
  'preflight/R0005': {
    severity: 'warning',
    reason: 'a blank face is nearly always a mistake',
  },
  'preflight/R0015': {
    severity: 'error',
    reason: 'letters in heavy black get coloured edges when a plate is a hair out of place',
  },
  'preflight/R0016': {
    severity: 'error',
    reason: 'ink runs into small white letters and closes them',
  },
  'preflight/R0017': {
    severity: 'error',
    reason: 'small letters in several inks blur, since plates never meet exactly',
  },
  'preflight/R0018': {
    severity: 'warning',
    reason: 'ink closes white lines as thin as that',
  },
  'preflight/R0019': {
    severity: 'warning',
    reason: 'plates never meet exactly on lines as thin as that',
  },
  'preflight/R0021': {
    severity: 'warning',
    reason: 'the printer makes a plate for every name, and bills it',
  },
  'preflight/R0022': {
    severity: 'error',
    reason: 'the printer makes a plate for every name, and bills it',
  },
  'preflight/R0023': {
    severity: 'error',
    reason: 'the printer makes a plate for every name, and bills it',
  },
  'preflight/R0031': { severity: 'error', reason: 'the picture would show its pixels' },
  'preflight/R0031-soft': { severity: 'warning', reason: 'the picture would look soft' },
  'preflight/R0032': { severity: 'error', reason: 'the edges of its lines would show steps' },
  'preflight/R0032-soft': {
    severity: 'warning',
    reason: 'the edges of its lines would look rough',
  },
  'preflight/R0033': { severity: 'error', reason: 'letters in a picture blur' },
} as const satisfies CodeList;
