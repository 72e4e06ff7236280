import { readFileSync } from 'node:fs';
import type { TextStyle } from '../../../src/compose/blocks.js';
import type {
  CodeItem,
  FillItem,
  LaidOutForm,
  LaidOutPanel,
  LaidOutSlot,
  PanelItem,
  StrokeItem,
  TextItem,
} from '../../../src/layout/laid-out.js';
import type { PressJob } from '../../../src/pdf/press.js';
import type { Form, Leaflet } from '../../../src/plan/plan.js';
import type { Format } from '../../../src/sources/format.js';
import type { PressProfile } from '../../../src/sources/press-profile.js';
import type { Typesetter } from '../../../src/typeset/typesetter.js';
import { BLACK, type Ink, PAPER } from '../../../src/units/ink.js';
import { fromPt } from '../../../src/units/length.js';
import type { Path } from '../../../src/units/path.js';
import { openFace, plainTypesetter } from './plain-typesetter.js';

const place = { file: 'leaflet.hbs' };
const fromFile = { file: 'x.yaml', sha256: '0'.repeat(64), locate: () => place };

export const BRAND_BLUE: Ink = { token: 'ground', cmyk: [0.8, 0.3, 0, 0.1] };
const BRAND_SPOT: Ink = {
  token: 'accent',
  cmyk: [0, 0.5, 1, 0],
  spot: { name: 'Grün & Co', tint: 1 },
};

const body = openFace('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const bold = openFace('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf', 700);
const urdu = openFace(
  '@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf',
);

export const latin = plainTypesetter(({ weight }) => (weight > 500 ? bold : body));
const nastaliq = plainTypesetter(() => urdu);

export const style = (sizePt: number, ink: Ink = BLACK, weight = 400): TextStyle => ({
  family: 'body',
  weight,
  size: fromPt(sizePt),
  ink,
});

/** Words at a place on a panel, in mm. */
export function words(
  text: string,
  x: number,
  y: number,
  look: TextStyle = style(12),
  direction: 'ltr' | 'rtl' = 'ltr',
  typesetter: Typesetter = direction === 'rtl' ? nastaliq : latin,
): TextItem {
  const origin = { kind: 'unit' as const, key: 'plan.body' };
  const paragraph = {
    kind: 'paragraph' as const,
    role: 'p' as const,
    runs: [{ text, style: look, origin, isolate: false, place }],
    align: 'start' as const,
    lineHeight: look.size * (direction === 'rtl' ? 2.2 : 1.35),
    direction,
    lang: direction === 'rtl' ? 'ur' : 'en-GB',
    place,
  };
  return {
    kind: 'text',
    role: 'p',
    x,
    y,
    text: typesetter.set(paragraph, 90),
    ground: PAPER,
    place,
  };
}

export const rectangle = (x: number, y: number, width: number, height: number): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];

export const fill = (path: Path, ink: Ink): FillItem => ({
  kind: 'fill',
  path,
  ink,
  rule: 'nonzero',
  place,
});

export const stroke = (path: Path, ink: Ink, width: number): StrokeItem => ({
  kind: 'stroke',
  path,
  ink,
  width,
  cap: 'butt',
  join: 'miter',
  place,
});

/** A symbol of two squares: enough to see its place and ink. */
function code(x: number, y: number): CodeItem {
  const dark = [
    [true, false],
    [false, true],
  ];
  const path = [...rectangle(0, 0, 1, 1), ...rectangle(1, 1, 1, 1)];
  const symbol = { target: 'tel:08081570000', modules: 2, level: 'M' as const, path, dark };
  const contact = 'GB.helpline.phone';
  return { kind: 'code', x, y, module: 10, symbol, contact, ink: BLACK, ground: PAPER, place };
}

export function slot(field: string, x: number, y: number, width: number): LaidOutSlot {
  const look = style(9);
  const node = {
    kind: 'slot',
    field,
    values: [],
    text: {
      role: 'small',
      align: 'start',
      lineHeight: 4,
      direction: 'ltr',
      lang: 'en-GB',
      place,
      style: look,
    },
    place,
  } as unknown as LaidOutSlot['node'];
  return { field, box: { x, y, width, height: 4 }, node, ground: PAPER };
}

export const TRIFOLD: Format = {
  ...fromFile,
  id: 'a4-roll',
  title: 'A4 roll fold',
  trim: { width: 297, height: 210 },
  bleed: 3,
  live: { fromTrim: 5, fromFold: 4 },
  sides: [],
  fold: 'roll',
  readingOrder: [],
  keepOut: [],
};

/** A panel 210 mm high; `edge` says which of its edges are the sheet's. */
export function panel(
  name: string,
  width: number,
  edge: 'left' | 'right' | 'none',
  items: readonly PanelItem[],
  slots: readonly LaidOutSlot[] = [],
): LaidOutPanel {
  return {
    name,
    key: `key of ${name}`,
    width,
    height: 210,
    outer: {
      top: 3,
      bottom: 3,
      left: edge === 'left' ? 3 : 0,
      right: edge === 'right' ? 3 : 0,
    },
    items,
    slots,
    reading: [],
    lang: 'en-GB',
    direction: 'ltr',
  };
}

const form = {
  id: 'parent-trifold_northstar_en-GB_1',
  template: { ...fromFile, id: 'parent-trifold', title: 'For parents & carers' },
  format: TRIFOLD,
  brand: { ...fromFile, id: 'northstar', name: 'Northstar', inks: { accent: BRAND_SPOT } },
  locale: { ...fromFile, tag: 'en-GB', englishName: 'English' },
  locales: 'en-GB',
} as unknown as Form;

/** A trifold of two sides, with Latin and Urdu, tints, a spot, a code, a slot and a notice. */
export function trifold(): LaidOutForm {
  const inside = panel(
    'inside-left',
    100,
    'left',
    [
      fill(rectangle(-3, -3, 103, 40), BRAND_BLUE),
      words('Need to talk?', 10, 12, style(22, PAPER, 700)),
      words('An office of affine efficiency:\ncall 0808 157 0012 today.', 10, 50),
      words('K', 90, 25, style(10)),
      stroke(
        [
          ['M', 10, 80],
          ['L', 90, 80],
        ],
        BLACK,
        0.2,
      ),
    ],
    [slot('phone.name', 10, 190, 60), slot('job.code', 10, 196, 60)],
  );
  const middle = panel('inside-centre', 100, 'none', [
    words('آپ کا بچہ محفوظ ہے', 10, 20, style(16), 'rtl'),
    code(40, 100),
  ]);
  const right = panel('inside-right', 97, 'right', [
    fill(rectangle(0, -3, 100, 216), BRAND_SPOT),
    fill(rectangle(20, 20, 40, 40), { ...BRAND_SPOT, spot: { name: 'Grün & Co', tint: 0.3 } }),
  ]);
  const cover = panel('cover', 297, 'left', [
    words('Cover words', 110, 60, style(26, BRAND_SPOT, 700)),
  ]);
  const notice = words('demonstration copy, not for distribution', 100, 100, style(14));
  return {
    form,
    isDraft: false,
    printed: [],
    sides: [
      {
        name: 'inside',
        panels: [
          { x: 0, panel: inside },
          { x: 100, panel: middle },
          { x: 200, panel: right },
        ],
        overlay: [notice],
      },
      { name: 'outside', panels: [{ x: 0, panel: cover }], overlay: [] },
    ],
    typesetter: latin,
  };
}

export function leaflet(at = 0, of: Form = form): Leaflet {
  const phone = {
    sku: `SKU-${at}`,
    maker: 'Kite',
    model: `Kite Air ${at}`,
    os: 'android' as const,
    network: 'ee',
    quantity: 1,
    place,
  };
  const code = at.toString(36).toUpperCase().padStart(4, '0');
  return { form: of, phone, jobCode: `SL-7K3M-${code}`, fileName: `demo_parent_${at}` };
}

export const PROFILE: PressProfile = {
  ...fromFile,
  id: 'coated-fogra39',
  title: 'Coated',
  icc: readFileSync('press/icc/FOGRA39L_coated_TAC300_compact.icc'),
  iccFile: 'press/icc/FOGRA39L_coated_TAC300_compact.icc',
  condition: 'FOGRA39',
  conditionInfo: 'Offset, coated paper, ISO 12647-2',
  registry: 'http://www.color.org',
  inkLimit: 3,
  spots: 'plates',
  bleed: 3,
  marks: { crop: true, fold: true, registration: true, slug: true, margin: 12 },
  minimum: { bodyPt: 12, compactBodyPt: 9, imprintPt: 7, slugPt: 6, linePt: 0.25 },
};

export function pressJob(over: Partial<PressJob> = {}): PressJob {
  return {
    forms: [trifold()],
    leaflets: [leaflet()],
    profile: PROFILE,
    prepared: '2026-11-23',
    title: 'Christmas <2026>',
    toolVersion: '0.1.0',
    ...over,
  };
}
