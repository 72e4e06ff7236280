import type { ComposeContext } from '../../src/compose/compose-form.js';
import type { Form } from '../../src/plan/plan.js';
import type { Contact, ContactRegister } from '../../src/sources/contact-register.js';
import type { Unit } from '../../src/sources/copy-deck.js';

const fromFile = (file: string) => ({
  file,
  sha256: '0'.repeat(64),
  locate: (path: readonly (string | number)[]) => ({ file, line: 1, part: path.join('.') }),
});

const checked = { source: 'made up', checkedOn: '2026-11-01', confirmedOn: '2026-11-02' };

/** A helpline that answers in a drama, with every field. */
export const helpline: Contact = {
  id: 'helpline',
  name: 'Helpline',
  operator: 'A charity',
  audience: ['children'],
  status: 'active',
  phone: { ...checked, shown: '0808 157 0123', dial: '08081570123' },
  text: { ...checked, shown: '07700 900123', number: '07700900123', keyword: 'HELP ME' },
  url: { ...checked, shown: 'helpline.example', target: 'https://helpline.example/' },
  hours: { ...checked, shown: { 'en-GB': '24 hours, every day' } },
  cost: { ...checked, shown: { 'en-GB': 'Free to call' } },
  reviewBy: '2027-06-01',
};

export const register: ContactRegister = {
  ...fromFile('locales/contacts/gb.yaml'),
  country: 'GB',
  contacts: { helpline },
  networks: {
    north: {
      id: 'north',
      name: 'North',
      codes: { lock: { ...checked, shown: '879', dial: '879' } },
    },
  },
  laws: { poca: { shown: 'Protection of Children Act 1978', source: 'the statute book' } },
};

const face = { file: 'made-up.ttf' };
const family = { name: 'Made Up', faces: { '400': face, '700': face } };
const logo = { width: 40, height: 10, shapes: [], file: 'brand-kits/north/logo.svg' };

/** One unit of the made-up deck; `key` is the id. */
export const unit = (id: string, text: string, more: Partial<Unit> = {}): Unit => ({
  id,
  key: id,
  text,
  when: {},
  place: { file: 'locales/en-GB/parent.yaml', line: 10 },
  ...more,
});

const RTL = {
  tag: 'ur',
  name: 'اردو',
  englishName: 'Urdu',
  direction: 'rtl',
  script: 'Arab',
  fonts: {},
  sizeFactor: 1.1,
  lineHeight: 2,
} as const;

const LTR = {
  tag: 'en-GB',
  name: 'English',
  englishName: 'English',
  direction: 'ltr',
  script: 'Latn',
  fonts: {},
  sizeFactor: 1,
  lineHeight: 1.2,
} as const;

/** What a test of one small panel wants to say; the rest is made up. */
export interface SmallForm {
  readonly hbs?: string;
  readonly css?: string;
  readonly units?: Readonly<Record<string, string>> | readonly Unit[];
  readonly rtl?: boolean;
  readonly inline?: Readonly<Record<string, string>>;
  readonly form?: Partial<Form>;
}

/** A form of one panel, "front", 100 mm by 210 mm. */
export function smallForm({
  hbs = '',
  css = '',
  units = {},
  rtl,
  inline = {},
  form,
}: SmallForm): Form {
  const list = Array.isArray(units)
    ? (units as readonly Unit[])
    : Object.entries(units as Readonly<Record<string, string>>).map(([id, text]) => unit(id, text));
  const locale = rtl ? RTL : LTR;
  return {
    id: 'small_north_en-GB_1',
    locales: locale.tag,
    template: {
      ...fromFile('templates/small/template.yaml'),
      id: 'small',
      title: 'Small',
      format: 'card',
      deck: 'parent',
      slug: 'small',
      type: 'as-campaign',
      inline: Object.keys(inline),
      leaflet: { file: 'templates/small/leaflet.hbs', text: hbs },
      style: { file: 'templates/small/style.css', text: css },
      icons: {},
    },
    format: {
      ...fromFile('templates/formats/card.yaml'),
      id: 'card',
      title: 'Card',
      trim: { width: 100, height: 210 },
      bleed: 3,
      live: { fromTrim: 5, fromFold: 5 },
      sides: [{ name: 'outside', panels: [{ name: 'front', width: 100 }] }],
      fold: 'none',
      readingOrder: ['front'],
      keepOut: [],
    },
    brand: {
      ...fromFile('brand-kits/north/brand.json'),
      id: 'north',
      name: 'North Shop',
      inks: {
        text: { token: 'text', cmyk: [0, 0, 0, 1], srgb: '#000000' },
        accent: { token: 'accent', cmyk: [0, 0.6, 1, 0], srgb: '#ff6600' },
        paper: { token: 'paper', cmyk: [0, 0, 0, 0], srgb: '#ffffff' },
      },
      fonts: { body: family, heading: family },
      logos: { main: { ...logo, clearSpace: 0.2, minWidth: 20, alt: 'North Shop' } },
      imprint: 'North Shop Ltd, Leeds',
      safeguardingLead: 'Sam Lee',
    },
    icons: { heart: { ...logo, file: 'templates/small/icons/heart.svg' } },
    locale: { ...fromFile(`locales/${locale.tag}/locale.yaml`), ...locale },
    deck: {
      ...fromFile('locales/en-GB/parent.yaml'),
      id: 'parent',
      locale: locale.tag,
      audience: 'parent',
      status: 'final',
      units: list,
    },
    approval: {
      ...fromFile('locales/en-GB/parent.approval.json'),
      deck: 'parent',
      locale: locale.tag,
      approver: { name: 'Ann Reader', organisation: 'A charity' },
      approvedOn: '2026-11-01',
      endsOn: '2028-01-31',
      publicKey: '',
      units: {},
      contacts: {},
      signature: '',
    },
    units: Object.fromEntries(list.map((it) => [it.id, it])),
    chosenFor: { os: 'ios', maker: 'Apple', network: 'north' },
    inline,
    ...form,
  };
}

/** A campaign in Great Britain that prints on 1 December 2026. */
const SLOT_VALUES: Readonly<Record<string, readonly string[]>> = {
  'phone.model': ['Pixel 9', 'iPhone 16'],
  'job.code': ['SL-7K3M-Q4RD'],
};

export const context: ComposeContext = {
  campaign: {
    ...fromFile('campaigns/small/campaign.yaml'),
    id: 'small',
    title: 'Small campaign',
    demonstration: false,
    market: 'GB',
    printOn: '2026-12-01',
    shelfLifeDays: 365,
    press: 'coated',
    type: 'clear-print',
    editions: ['print'],
    catalogue: [],
    columns: {},
    leaflets: [],
    trust: [],
  },
  register,
  slotValues: (field) => SLOT_VALUES[field] ?? [],
  prepared: '2026-11-23',
  mayPrintUnconfirmed: false,
  mayPrintUnapproved: false,
};
