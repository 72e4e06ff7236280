import { SLOT_FIELDS } from '../plan/slot-values.js';

/** What may stand in an element. */
type Content =
  /** Boxes, text and copy. */
  | 'blocks'
  /** One paragraph: copy, values, strong, span, small, br. */
  | 'inline'
  /** Only li. */
  | 'items'
  | 'nothing';

export interface AttributeRule {
  readonly does: string;
  readonly required?: boolean;
  /** The words that it takes; absent: any. */
  readonly values?: readonly string[];
}

export interface ElementRule {
  readonly does: string;
  readonly content: Content;
  /** `panel` stands at the top; `li` in a list; `inline` in a paragraph; `block` in boxes. */
  readonly level: 'panel' | 'block' | 'inline' | 'item';
  /** Beside `class` and `id`, which every element takes. */
  readonly attributes: Readonly<Record<string, AttributeRule>>;
}

const block = (does: string, content: Content = 'inline'): ElementRule => ({
  does,
  content,
  level: 'block',
  attributes: {},
});

const inline = (does: string, content: Content = 'inline'): ElementRule => ({
  does,
  content,
  level: 'inline',
  attributes: {},
});

const CONTACT: AttributeRule = {
  does: 'a contact of the register, such as `childline`',
  required: true,
};

/** The fields that a contact card can show, as its `show` lists them. */
export const CARD_FIELDS = ['name', 'phone', 'text', 'url', 'hours', 'cost'] as const;

/** The HTML subset: every element, what it does, what it may hold, and its attributes. */
export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  panel: {
    does: 'a panel of the finished piece: one for each panel of the format, at the top of the template',
    content: 'blocks',
    level: 'panel',
    attributes: {
      name: { does: 'the name of the panel in the format', required: true },
      language: {
        does: '`second`: in the second language of a bilingual piece (`cy+en-GB` in the campaign)',
        values: ['first', 'second'],
      },
    },
  },
  div: block('a box: a column, or what `display: flex` makes of it', 'blocks'),
  section: block('the same as div', 'blocks'),
  h1: block('the heading of a panel, 22/26 pt'),
  h2: block('a heading, 16/20 pt'),
  h3: block('a small heading, 12/16 pt, bold'),
  p: block('a paragraph, 12/16 pt'),
  ul: block('a list with bullets', 'items'),
  ol: block('a list with numbers from 1', 'items'),
  li: {
    does: 'an entry of a list; its bullet or number stands at the start side, 5 mm wide',
    content: 'inline',
    level: 'item',
    attributes: {},
  },
  strong: inline('bold words in a paragraph'),
  span: inline('words in a paragraph, to style by class'),
  small: inline('small words in a paragraph, 7/9 pt'),
  br: inline('a line break', 'nothing'),
  'qr-code': {
    does: "a QR code for a contact's own number or address, 22 mm, with the same in words beneath it (class `qr-label`); `width` in CSS is the size of the symbol without its quiet zone",
    content: 'nothing',
    level: 'block',
    attributes: {
      contact: CONTACT,
      field: { does: 'what it opens', required: true, values: ['phone', 'url', 'text'] },
      label: { does: '`none` leaves out the words beneath it', values: ['words', 'none'] },
    },
  },
  'contact-card': {
    does: 'a contact: paragraphs with the classes `contact-name`, `contact-number`, `contact-address`, `contact-hours`, `contact-cost`, in the order of `show`; its own children come after them',
    content: 'blocks',
    level: 'block',
    attributes: {
      contact: CONTACT,
      show: { does: `some of: ${CARD_FIELDS.join(' ')}`, required: true },
    },
  },
  'brand-logo': {
    does: "the brand's logo, 40 mm wide unless CSS says otherwise",
    content: 'nothing',
    level: 'block',
    attributes: { variant: { does: 'a logo of the brand kit; `main` if absent' } },
  },
  icon: {
    does: 'a drawing of `icons/<name>.svg` of the template, 8 mm wide unless CSS says otherwise',
    content: 'nothing',
    level: 'block',
    attributes: {
      name: { does: 'the name of the file without .svg', required: true },
      mirror: {
        does: '`rtl`: turned round in a right-to-left piece, for an arrow or what points along a line; logos and QR codes never are',
        values: ['rtl'],
      },
    },
  },
  picture: {
    does: 'a raster picture of `pictures/` of the brand kit or the template, the brand’s first; it fills its box, and what does not fit the box’s proportions is cut away evenly. Where it touches the edge of the paper it runs on through the bleed; without a size it is as large as 300 pixels an inch make it. Nothing may stand on it, and it must hold no words',
    content: 'nothing',
    level: 'block',
    attributes: {
      name: { does: 'the name of the picture, without folder and ending', required: true },
      alt: {
        does: 'a unit of the deck, of one paragraph: what is said for the picture to those who do not see it',
        required: true,
      },
    },
  },
  'record-slot': {
    does: 'a box for a value that differs from phone to phone, fixed by the longest in the catalogue',
    content: 'nothing',
    level: 'block',
    attributes: {
      field: {
        does: 'the value',
        required: true,
        values: SLOT_FIELDS,
      },
    },
  },
  'phone-steps': {
    does: 'the wording of a unit for the phone, as paragraphs and lists; with `checked`, a second unit after it (class `steps-checked`) that may name {unit.checkedOn} and {unit.osVersion} of the steps, as every unit of the panel without dates of its own may',
    content: 'nothing',
    level: 'block',
    attributes: {
      unit: { does: 'a unit of the deck', required: true },
      checked: { does: 'a unit that says when the steps were checked' },
    },
  },
  imprint: {
    does: "what each piece carries, 7/9 pt: the brand's imprint, the units `imprint.prepared` and `imprint.approved`, and `imprint.job` with the job code (class `imprint-row`)",
    content: 'nothing',
    level: 'block',
    attributes: {},
  },
};

/** Attributes that every element takes. */
export const COMMON_ATTRIBUTES: Readonly<Record<string, AttributeRule>> = {
  class: { does: 'names for the style sheet' },
  id: { does: 'one name for the style sheet' },
};

/** What a web author would write, and what to write here. */
export const INSTEAD: Readonly<Record<string, string>> = {
  b: 'strong',
  em: 'strong',
  i: 'span with a class',
  a: 'span, and a qr-code for the address',
  img: 'picture, brand-logo, or icon with an SVG of the template',
  svg: 'icon, with the drawing in icons/<name>.svg',
  table: 'div with display: flex',
  article: 'section',
  header: 'section',
  footer: 'section',
  main: 'section',
  nav: 'section',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  button: 'div',
  style: 'style.css',
  script: 'values and {{#if}} alone: a leaflet runs no code',
  link: 'style.css',
  body: 'panel',
  html: 'panel',
  head: 'panel',
};
