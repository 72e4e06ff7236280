import { finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Unit } from '../sources/copy-deck.js';
import { dayInWords } from '../units/day.js';
import { shelfLifeMonths } from './choice-fields.js';
import type { Composition, Words } from './composition.js';
import { contactWords } from './contact-words.js';
import { networkWords } from './network-words.js';

/** How makers write the names of their systems. */
const OS_NAMES: Readonly<Record<string, string>> = { ios: 'iOS', android: 'Android' };

/** A field that someone asks for: its path, where it is written, and the unit whose facts `{unit.…}` means. */
export interface Asked {
  readonly path: string;
  readonly place: Place;
  readonly about?: Unit | undefined;
}

/** The words of a typed field (contact, network, law, phone, date, approval, brand); a gap is reported, never printed. */
export function fieldWords(it: Composition, asked: Asked): Words | undefined {
  const [root, ...rest] = asked.path.split('.');
  if (root === 'contact') {
    const field = rest.at(-1) ?? '';
    return contactWords(it, rest.slice(0, -1).join('.'), field, asked.place);
  }
  if (root === 'network') return networkWords(it, rest, asked.place);
  if (root === 'law') return lawWords(it, rest.join('.'), asked);
  return plainWords(it, asked);
}

function lawWords(it: Composition, id: string, asked: Asked): Words | undefined {
  const { register } = it;
  const law = Object.hasOwn(register.laws, id) ? register.laws[id] : undefined;
  if (!law) return gap(it, asked, `add the law to ${register.file}`);
  return {
    text: law.shown,
    origin: { kind: 'contact', ref: `${register.country}.law.${id}` },
    isolate: false,
    place: register.locate(['laws', id]),
  };
}

function plainWords(it: Composition, asked: Asked): Words | undefined {
  const { path } = asked;
  if (path === 'approval.by' || path === 'approval.ends') return approvalWords(it, asked);
  const field = Object.hasOwn(FIELDS, path) ? FIELDS[path] : undefined;
  const inline = Object.hasOwn(it.form.inline, path) ? it.form.inline[path] : undefined;
  const text = inline ?? field?.text(it, asked) ?? '';
  if (text.trim() === '') return gap(it, asked, field?.fix ?? 'fill it in, or take the path out');
  const place = field?.place?.(it) ?? asked.place;
  const isolate = path === 'phone.sku' || isSetApart(path, text, it);
  return { text, origin: { kind: 'field', path }, isolate, place };
}

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** An imprint or an approver in Latin letters keeps its order in a line that runs from right to left. */
const isSetApart = (path: string, text: string, { form }: Composition): boolean =>
  form.locale.direction === 'rtl' &&
  /^(?:brand|approval|phone)\./.test(path) &&
  !RIGHT_TO_LEFT.test(text);

interface Field {
  readonly text: (it: Composition, asked: Asked) => string | undefined;
  /** What to do when it is empty. */
  readonly fix: string;
  readonly place?: (it: Composition) => Place;
}

const inWords = (day: string | undefined, it: Composition): string | undefined =>
  day === undefined ? undefined : dayInWords(day, it.form.locale.tag);

const FIELDS: Readonly<Record<string, Field>> = {
  'phone.os': {
    text: ({ form }) => OS_NAMES[form.chosenFor.os ?? ''] ?? form.chosenFor.os,
    fix: 'write the os of the phone into the catalogue',
  },
  'phone.maker': {
    text: ({ form }) => form.chosenFor.maker,
    fix: 'write the maker of the phone into the catalogue',
  },
  'date.prepared': {
    text: (it) => inWords(it.prepared, it),
    fix: 'give the day of the run',
  },
  'brand.name': {
    text: ({ form }) => form.brand.name,
    fix: 'write the name into brand.json',
    place: ({ form }) => form.brand.locate(['$extensions', 'safeleaf', 'name']),
  },
  'brand.imprint': {
    text: ({ form }) => form.brand.imprint,
    fix: 'write the company and its address into brand.json',
    place: ({ form }) => form.brand.locate(['$extensions', 'safeleaf', 'imprint']),
  },
  'brand.safeguarding-lead': {
    text: ({ form }) => form.brand.safeguardingLead,
    fix: 'write who in the shop staff turn to into brand.json',
    place: ({ form }) => form.brand.locate(['$extensions', 'safeleaf', 'safeguardingLead']),
  },
  'format.id': { text: ({ form }) => form.format.id, fix: 'name a format in template.yaml' },
  'locale.tag': { text: ({ form }) => form.locale.tag, fix: 'write it into locale.yaml' },
  'locale.name': { text: ({ form }) => form.locale.name, fix: 'write it into locale.yaml' },
  'locale.direction': {
    text: ({ form }) => form.locale.direction,
    fix: 'write it into locale.yaml',
  },
  'campaign.title': {
    text: ({ campaign }) => campaign.title,
    fix: 'write a title into campaign.yaml',
    place: ({ campaign }) => campaign.locate(['title']),
  },
  'campaign.shelfLifeDays': {
    text: (it, asked) => number(it.campaign.shelfLifeDays, it, asked),
    fix: 'write shelfLifeDays into campaign.yaml',
    place: ({ campaign }) => campaign.locate(['shelfLifeDays']),
  },
  'campaign.shelfLifeMonths': {
    text: (it, asked) => number(shelfLifeMonths(it.campaign.shelfLifeDays), it, asked),
    fix: 'write shelfLifeDays into campaign.yaml',
    place: ({ campaign }) => campaign.locate(['shelfLifeDays']),
  },
  'unit.checkedOn': {
    text: (it, { about }) => inWords(about?.checkedOn, it),
    fix: 'write checkedOn: beside the steps in the deck',
  },
  'unit.osVersion': {
    text: (_, { about }) => about?.osVersion,
    fix: 'write osVersion: beside the steps in the deck',
  },
};

/** The largest number that copy may print by itself: three digits in a row are a number to call, a date or a law. */
const MOST = 99;

function number(value: number, it: Composition, { path, place }: Asked): string {
  if (value > MOST)
    it.report(
      finding(
        'copy/digits',
        place,
        `${quoted(`{${path}}`)} is ${value} in this campaign; a number in copy has two digits at the most`,
        'count in months with {campaign.shelfLifeMonths, plural, …}, or write the sentence without its number',
        { locale: it.form.locale.tag },
      ),
    );
  return String(value);
}

/** What stands where the approver would: the approval gate stops print then, and a draft shows it. */
const NOBODY_YET = '—';

function approvalWords(it: Composition, { path, place }: Asked): Words {
  const { approval, locale } = it.form;
  const origin = { kind: 'field', path } as const;
  if (!approval) return { text: NOBODY_YET, origin, isolate: false, place };
  const { approver, endsOn } = approval;
  const by = `${approver.name}, ${approver.organisation}`;
  const text = path === 'approval.by' ? by : dayInWords(endsOn, locale.tag);
  const at = approval.locate([path === 'approval.by' ? 'approver' : 'endsOn']);
  const isolate = path === 'approval.by' && isSetApart(path, text, it);
  return { text, origin, isolate, place: at };
}

function gap(it: Composition, { path, place, about }: Asked, fix: string): undefined {
  const whose = about ? ` of "${about.key}"` : '';
  const problem = `${quoted(`{${path}}`)}${whose} has no value`;
  it.report(finding('field/missing', place, problem, fix, { locale: it.form.locale.tag }));
}
