import { qrSymbol } from '../../../src/codes/qr-symbol.js';
import type { Origin } from '../../../src/compose/blocks.js';
import type {
  CodeItem,
  LaidOutForm,
  LaidOutPanel,
  TextItem,
} from '../../../src/layout/laid-out.js';
import { openPress } from '../../../src/pdf/open-press.js';
import type { Form, Leaflet } from '../../../src/plan/plan.js';
import type { Typesetter } from '../../../src/typeset/typesetter.js';
import { BLACK, type Ink, PAPER } from '../../../src/units/ink.js';
import {
  BRAND_BLUE,
  fill,
  leaflet as madeUpLeaflet,
  pressJob,
  rectangle,
  slot,
  stroke,
  style,
  TRIFOLD,
  trifold,
  words,
} from '../../pdf/support/builders.js';

/** Where the card's code leads: a number of Ofcom's for drama. */
export const TARGET = 'tel:08081570000';

/** Words of an origin of their own at a place on the card. */
export function line(
  text: string,
  x: number,
  y: number,
  origin: Origin,
  ink: Ink = BLACK,
  sizePt = 12,
): TextItem {
  const item = words(text, x, y, style(sizePt, ink));
  const lines = item.text.lines.map((it) => ({
    ...it,
    words: it.words.map((word) => ({ ...word, parts: [{ text: word.text, origin }] })),
  }));
  return { ...item, text: { ...item.text, lines } };
}

/** A QR code of 22 mm. */
export function code(x: number, y: number, target = TARGET): CodeItem {
  const symbol = qrSymbol(target);
  const module = 22 / symbol.modules;
  const place = { file: 'leaflet.hbs' };
  return {
    kind: 'code',
    x,
    y,
    module,
    symbol,
    contact: 'GB.helpline.phone',
    ink: BLACK,
    ground: PAPER,
    place,
  };
}

const UNIT: Origin = { kind: 'unit', key: 'card.body' };
const PHONE: Origin = { kind: 'contact', ref: 'GB.helpline.phone' };

const edges = { top: 3, right: 3, bottom: 3, left: 3 };
const shape = { width: 99, height: 210, outer: edges };

/** The front of a DL card: white on blue, black on paper, a number, a code, small type, two slots. */
export function front(over: Partial<LaidOutPanel> = {}): LaidOutPanel {
  return {
    ...shape,
    name: 'front',
    key: 'front-1',
    lang: 'en-GB',
    direction: 'ltr',
    items: [
      fill(rectangle(-3, -3, 105, 40), BRAND_BLUE),
      line('Need to talk?', 8, 10, UNIT, PAPER, 22),
      line('Somebody listens, day and night,\nwhatever it is about.', 8, 50, UNIT),
      line('Call', 8, 70, UNIT, BLACK, 16),
      line('0808 157 0000', 25, 69, PHONE, BLACK, 20),
      line('free from any phone.', 8, 82, UNIT, BLACK, 7),
      stroke(
        [
          ['M', 8, 92],
          ['L', 90, 92],
        ],
        BLACK,
        0.2,
      ),
      code(8, 100),
    ],
    slots: [slot('phone.name', 8, 190, 60), slot('job.code', 8, 196, 60)],
    reading: [],
    ...over,
  };
}

/** The back: falling Urdu words whose boxes overlap. */
export function back(): LaidOutPanel {
  return {
    ...shape,
    name: 'back',
    key: 'back-1',
    lang: 'ur',
    direction: 'rtl',
    items: [words('آپ کا بچہ محفوظ ہے\nکسی سے بات کریں', 10, 20, style(16), 'rtl')],
    slots: [],
    reading: [],
  };
}

const base = trifold();

const form: Form = {
  ...base.form,
  id: 'card_northstar_en-GB_1',
  format: { ...TRIFOLD, id: 'dl', title: 'DL card', trim: { width: 99, height: 210 } },
};

/** The card, laid out; each side may have other panels and an overlay. */
export function card(
  over: {
    front?: LaidOutPanel;
    overlay?: LaidOutForm['sides'][number]['overlay'];
    isDraft?: boolean;
  } = {},
): LaidOutForm {
  return {
    form,
    isDraft: over.isDraft ?? false,
    printed: [],
    typesetter: base.typesetter as Typesetter,
    sides: [
      {
        name: 'front',
        panels: [{ x: 0, panel: over.front ?? front() }],
        overlay: over.overlay ?? [],
      },
      { name: 'back', panels: [{ x: 0, panel: back() }], overlay: [] },
    ],
  };
}

export const cardLeaflet = (at = 0): Leaflet => madeUpLeaflet(at, form);

/** A card as the press writes it. */
export function printed(of: LaidOutForm = card(), leaflet = cardLeaflet()) {
  return openPress(pressJob({ forms: [of], leaflets: [leaflet] })).write(leaflet);
}
