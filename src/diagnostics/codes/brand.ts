import type { CodeList } from '../code-list.js';

export const BRAND_CODES = {
  'brand/missing': {
    severity: 'error',
    reason: 'a leaflet takes its colours, type and logo from the brand kit',
  },
  'brand/unreadable': {
    severity: 'error',
    reason: 'a leaflet takes its colours, type and logo from the brand kit',
  },
  'brand/field': {
    severity: 'error',
    reason: 'a leaflet in the wrong colours, type or logo is not the brand’s, and is pulped',
  },
  'brand/token-missing': {
    severity: 'error',
    reason: 'templates print with this colour, and would have none',
  },
  'brand/token-alias': {
    severity: 'error',
    reason: 'a colour that points at no other colour prints as nothing',
  },
  'brand/token-same-srgb': {
    severity: 'error',
    reason: 'the logo names its colours by sRGB, and one value must not stand for two inks',
  },
  'brand/token-hex': {
    severity: 'error',
    reason: 'screen and paper would show different colours, and nobody knows which was meant',
  },
  'brand/token-text': {
    severity: 'error',
    reason: 'small type on more than one plate shows coloured edges when the plates do not meet',
  },
  'brand/token-paper': {
    severity: 'error',
    reason: 'the paper is where no ink stands; a tint there would fill the quiet zone of a QR code',
  },
  'brand/spot-name': {
    severity: 'error',
    reason: 'the name becomes a printing plate, and a press already has plates of these names',
  },
  'brand/spot-twice': {
    severity: 'error',
    reason: 'two fallbacks for one plate print two colours where the brand has one',
  },
  'brand/font-file': {
    severity: 'error',
    reason: 'a press file carries its type inside it, so the type must be a font a press can read',
  },
  'brand/font-weight': {
    severity: 'error',
    reason: 'strong words would print like the words around them',
  },
  'brand/logo-missing': {
    severity: 'error',
    reason: 'a leaflet without its logo does not say who gives it',
  },
  'brand/imprint-blank': {
    severity: 'error',
    reason: 'printed matter must say who is answerable for it',
  },
  'brand/safeguarding-lead-blank': {
    severity: 'error',
    reason: 'a member of staff who is told of harm must know at once whom to turn to',
  },
  'brand/number-in-words': {
    severity: 'error',
    reason: 'a number that is not from the register may ring anywhere, and a child may call it',
  },
  'art/unreadable': { severity: 'error', reason: 'half a drawing would be printed' },
  'art/too-large': {
    severity: 'error',
    reason: 'a drawing of this size stops the printer’s computer, or is a photograph in disguise',
  },
  'art/doctype': {
    severity: 'error',
    reason: 'such declarations can pull in other files or swell to millions of words',
  },
  'art/element': {
    severity: 'error',
    reason:
      'a press draws filled and stroked outlines; anything else would be lost or look different',
  },
  'art/attribute': {
    severity: 'error',
    reason: 'what is not drawn as it is written would be lost without a word',
  },
  'art/link': {
    severity: 'error',
    reason: 'a press file must hold all that it prints, and fetch nothing',
  },
  'art/script': { severity: 'error', reason: 'a drawing must not run code' },
  'art/see-through': {
    severity: 'error',
    reason: 'a see-through colour mixes on the press to an ink that the brand never chose',
  },
  'art/colour': {
    severity: 'error',
    reason: 'only the brand’s own colours have inks; any other would be guessed',
  },
  'art/value': { severity: 'error', reason: 'the shape would be drawn wrong, or not at all' },
  'art/view-box': {
    severity: 'error',
    reason: 'clear space and smallest width are measured from the edge of the drawing',
  },
  'art/empty': { severity: 'error', reason: 'an empty space would be printed for a drawing' },
  'picture/missing': { severity: 'error', reason: 'an empty space would be printed for a picture' },
  'picture/unreadable': { severity: 'error', reason: 'half a picture would be printed, or none' },
  'picture/too-large': {
    severity: 'error',
    reason: 'no eye sees so many pixels on paper, and every computer on the way must carry them',
  },
  'picture/colour': {
    severity: 'error',
    reason: 'nobody knows which inks are meant, and faces would come out green or grey',
  },
  'picture/see-through': {
    severity: 'error',
    reason: 'a see-through pixel mixes on the press to an ink that nobody chose',
  },
  'picture/unknown': { severity: 'error', reason: 'an empty space would be printed for a picture' },
  'press/missing': {
    severity: 'error',
    reason: 'without a printing condition nobody knows how the inks will look',
  },
  'press/unreadable': {
    severity: 'error',
    reason: 'without a printing condition nobody knows how the inks will look',
  },
  'press/field': { severity: 'error', reason: 'a printer sends back what does not suit the press' },
  'press/icc': {
    severity: 'error',
    reason: 'a press file must carry the CMYK profile of the press; printers send back any other',
  },
  'format/missing': { severity: 'error', reason: 'without sizes there is nothing to print on' },
  'format/unreadable': { severity: 'error', reason: 'without sizes there is nothing to print on' },
  'format/field': {
    severity: 'error',
    reason: 'a wrong size is seen only when the sheets are cut',
  },
  'format/widths': {
    severity: 'error',
    reason: 'panels that do not fill the sheet put every fold in the wrong place',
  },
  'format/mirror': {
    severity: 'error',
    reason: 'a fold goes through both sides: one of them would be creased across its words',
  },
  'format/flap': {
    severity: 'error',
    reason: 'a flap as wide as the panel it tucks behind buckles in the fold',
  },
  'format/names': { severity: 'error', reason: 'copy would land on the wrong panel, or on two' },
  'format/reading-order': {
    severity: 'error',
    reason: 'a panel that is not in the order is never read aloud',
  },
  'format/live': { severity: 'error', reason: 'no room is left on the panel to print on' },
  'format/folding': {
    severity: 'error',
    reason: 'the machine folds as it is told: another panel would lie on top, or on its head',
  },
  'format/die': {
    severity: 'error',
    reason: 'the die is made from these lines; a wrong one cuts through what is printed',
  },
  'format/in-box': {
    severity: 'error',
    reason: 'no size can be chosen for a box from this',
  },
  'locale/missing': {
    severity: 'error',
    reason: 'without it nobody knows how the language is written',
  },
  'locale/unreadable': {
    severity: 'error',
    reason: 'without it nobody knows how the language is written',
  },
  'locale/field': {
    severity: 'error',
    reason: 'a language set by the rules of another is hard to read, or cannot be read',
  },
  'locale/tag': {
    severity: 'error',
    reason: 'the tag tells screen readers and fonts which language they have before them',
  },
  'locale/direction': {
    severity: 'error',
    reason: 'the whole page would run against the reading direction',
  },
  'locale/line-height': {
    severity: 'error',
    reason: 'the hanging letters of one line run into the line below',
  },
} as const satisfies CodeList;
