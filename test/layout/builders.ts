import type {
  ArtNode,
  BoxNode,
  BoxStyle,
  CodeNode,
  ComposedForm,
  ComposedPanel,
  Length,
  Node,
  Paragraph,
  SlotNode,
  TextNode,
  TextRole,
} from '../../src/compose/blocks.js';
import type { Form } from '../../src/plan/plan.js';
import type { Format } from '../../src/sources/format.js';
import type { Locale } from '../../src/sources/locale.js';
import { BLACK, type Ink } from '../../src/units/ink.js';

export const mm = (value: number): Length => ({ unit: 'mm', value });

const NO_EDGES = { top: 0, right: 0, bottom: 0, left: 0 };

export const edges = (all: number) => ({ top: all, right: all, bottom: all, left: all });

export const ACCENT: Ink = { token: 'accent', cmyk: [0.9, 0.4, 0, 0.1] };

const PLAIN: BoxStyle = {
  direction: 'column',
  justify: 'start',
  align: 'stretch',
  wrap: false,
  grow: 0,
  shrink: 1,
  basis: 'auto',
  rowGap: 0,
  columnGap: 0,
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'auto',
  maxHeight: 'auto',
  padding: NO_EDGES,
  margin: NO_EDGES,
  position: 'relative',
  inset: { top: 'auto', right: 'auto', bottom: 'auto', left: 'auto' },
  border: {},
  radius: 0,
};

const style = (over: Partial<BoxStyle> = {}): BoxStyle => ({ ...PLAIN, ...over });

let line = 0;
const place = (file: string) => {
  line += 1;
  return { file, line };
};

export function paragraph(words: string, over: Partial<Paragraph> = {}, size = 4): Paragraph {
  return {
    kind: 'paragraph',
    role: 'p',
    runs: [
      {
        text: words,
        style: { family: 'body', weight: 400, size, ink: BLACK },
        origin: { kind: 'unit', key: 'help.body' },
        isolate: false,
        place: { file: 'locales/en-GB/parent.yaml', line: 7 },
      },
    ],
    align: 'start',
    lineHeight: 5,
    direction: 'ltr',
    lang: 'en-GB',
    place: place('templates/parent-trifold/leaflet.hbs'),
    ...over,
  };
}

export const text = (
  words: string,
  over: Partial<BoxStyle> = {},
  set: Partial<Paragraph> = {},
  size = 4,
): TextNode => ({
  kind: 'text',
  paragraph: paragraph(words, set, size),
  style: style(over),
  place: place('templates/parent-trifold/leaflet.hbs'),
});

export const box = (children: readonly Node[], over: Partial<BoxStyle> = {}): BoxNode => ({
  kind: 'box',
  tag: 'div',
  children,
  style: style(over),
  place: place('templates/parent-trifold/leaflet.hbs'),
});

export const row = (children: readonly Node[], over: Partial<BoxStyle> = {}): BoxNode =>
  box(children, { direction: 'row', ...over });

export const code = (over: Partial<BoxStyle> = {}, given: Partial<CodeNode> = {}): CodeNode => ({
  kind: 'code',
  target: 'tel:08081570000',
  contact: 'GB.harbour.phone',
  size: 22,
  ink: BLACK,
  style: style(over),
  place: place('templates/parent-trifold/leaflet.hbs'),
  ...given,
});

/** A logo, 40 units wide and 10 high: two shapes. */
export const logo = (over: Partial<BoxStyle> = {}, given: Partial<ArtNode> = {}): ArtNode => ({
  kind: 'art',
  role: 'logo',
  art: {
    width: 40,
    height: 10,
    file: 'brand-kits/northstar/logo.svg',
    shapes: [
      { path: [['M', 0, 0], ['L', 40, 0], ['L', 40, 10], ['Z']], fill: ACCENT },
      {
        path: [
          ['M', 0, 0],
          ['C', 0, 5, 5, 10, 40, 10],
        ],
        stroke: { ink: 'current', width: 1, cap: 'round', join: 'round' },
      },
    ],
  },
  ink: BLACK,
  isMirrored: false,
  logo: { clearSpace: 0.5, minWidth: 20, alt: 'Northstar' },
  style: style(over),
  place: place('templates/parent-trifold/leaflet.hbs'),
  ...given,
});

export const slot = (
  values: readonly string[],
  over: Partial<BoxStyle> = {},
  role: TextRole = 'p',
): SlotNode => ({
  kind: 'slot',
  field: 'phone.model',
  values,
  text: {
    role,
    align: 'start',
    lineHeight: 5,
    direction: 'ltr',
    lang: 'en-GB',
    place: place('templates/parent-trifold/leaflet.hbs'),
    style: { family: 'body', weight: 400, size: 4, ink: BLACK },
  },
  style: style(over),
  place: place('templates/parent-trifold/leaflet.hbs'),
});

export const panel = (
  name: string,
  children: readonly Node[],
  over: Partial<BoxStyle> = {},
): ComposedPanel => ({
  name,
  root: box(children, over),
  language: 'first',
  roles: { risk: [], help: [] },
  level: 'standard',
  unapproved: [],
});

/** A roll fold: 100, 100 and 97 mm by 210, as on the outside 97, 100, 100. */
export const TRIFOLD: Format = {
  id: 'a4-roll-fold',
  title: 'A4 roll fold to DL',
  trim: { width: 297, height: 210 },
  bleed: 3,
  live: { fromTrim: 5, fromFold: 4 },
  sides: [
    {
      name: 'inside',
      panels: [
        { name: 'left', width: 100 },
        { name: 'centre', width: 100 },
        { name: 'right', width: 97 },
      ],
    },
  ],
  fold: 'roll',
  readingOrder: ['left', 'centre', 'right'],
  keepOut: [],
  file: 'templates/formats/a4-roll-fold.yaml',
  sha256: '0',
  locate: () => ({ file: 'templates/formats/a4-roll-fold.yaml' }),
};

/** A card of one panel, 99 by 210 mm. */
export const CARD: Format = {
  ...TRIFOLD,
  id: 'dl-card',
  trim: { width: 99, height: 210 },
  sides: [{ name: 'front', panels: [{ name: 'front', width: 99 }] }],
  fold: 'none',
  readingOrder: ['front'],
};

const source = (file: string) => ({ file, sha256: '0', locate: () => ({ file }) });

export const ENGLISH: Locale = {
  ...source('locales/en-GB/locale.yaml'),
  tag: 'en-GB',
  name: 'English',
  englishName: 'English',
  direction: 'ltr',
  script: 'Latn',
  fonts: {},
  sizeFactor: 1,
  lineHeight: 1.2,
};

export const URDU: Locale = { ...ENGLISH, tag: 'ur', direction: 'rtl', script: 'Arab' };

export function composed(
  panels: readonly ComposedPanel[],
  { format = CARD, locale = ENGLISH }: { format?: Format; locale?: Locale } = {},
): ComposedForm {
  const form: Form = {
    id: 'parent-trifold_northstar_en-GB_1',
    locales: locale.tag,
    format,
    locale,
    template: {
      ...source('templates/parent-trifold/template.yaml'),
      id: 'parent-trifold',
      title: 'For parents',
      format: format.id,
      deck: 'parent',
      slug: 'parent',
      leaflet: { file: 'templates/parent-trifold/leaflet.hbs', text: '' },
      style: { file: 'templates/parent-trifold/style.css', text: '' },
      type: 'as-campaign',
      inline: [],
      icons: {},
    },
    brand: {
      ...source('brand-kits/northstar/brand.json'),
      id: 'northstar',
      name: 'Northstar',
      inks: {},
      fonts: { body: { name: 'Square', faces: {} }, heading: { name: 'Square', faces: {} } },
      logos: {},
      imprint: 'Northstar Phones Ltd',
      safeguardingLead: 'A. Lead',
    },
    icons: {},
    deck: {
      ...source('locales/en-GB/parent.yaml'),
      id: 'parent',
      locale: locale.tag,
      audience: 'parent',
      status: 'final',
      units: [],
    },
    approval: undefined,
    units: {},
    inline: {},
    chosenFor: {},
  };
  return { form, panels };
}
