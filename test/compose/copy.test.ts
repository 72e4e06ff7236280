import { describe, expect, test } from 'vitest';
import type { TextNode } from '../../src/compose/blocks.js';
import { checkCopy } from '../../src/compose/check-copy.js';
import { composeForm } from '../../src/compose/compose-form.js';
import { digitsInARow } from '../../src/compose/digits-in-a-row.js';
import { latinNames } from '../../src/compose/latin-names.js';
import { parseCopy } from '../../src/compose/parse-copy.js';
import { describeBlocks } from './describe-blocks.js';
import { brief, found } from './found.js';
import { context, helpline, register, type SmallForm, smallForm, unit } from './small-form.js';

const compose = (inside: string, more: Omit<SmallForm, 'hbs'> = {}) =>
  composeForm(smallForm({ hbs: `<panel name="front">${inside}</panel>`, ...more }), context);

const firstRuns = (inside: string, more: Omit<SmallForm, 'hbs'> = {}) => {
  const { value, findings } = compose(inside, more);
  expect(findings).toEqual([]);
  const [first] = value?.panels[0]?.root.children ?? [];
  return (first as TextNode).paragraph.runs;
};

describe('numbers come from checked data, never from copy', () => {
  test.each([
    '0800 1111',
    '08-00',
    '1.2.3',
    '(0)8/0',
    '1\u200B2\u200D3',
    '٠٨٠',
    '۰۸۰',
    '０８０',
    '①②③',
    '1²3',
    '1\n2 3',
    '**1**23',
    '1–2–3',
    'Call 999.',
    '116 123',
  ])('%j is refused', (text) => {
    const [finding] = checkCopy(unit('a', text), register);
    expect(finding).toMatchObject({ code: 'copy/digits', at: { line: 10 } });
    expect(finding?.fix).toContain('{contact.…}');
  });

  test.each([
    'under 18',
    '12 or 13 years',
    '24 hours, 7 days',
    '1. one\n2. two\n3. three',
    '- 12\n- 34',
    'AI4U2',
    '{contact.helpline.phone}',
    '12 {date.prepared}',
    '50% 50',
    '',
  ])('%j may stand', (text) => {
    expect(checkCopy(unit('a', text), register)).toEqual([]);
  });

  test('units side by side cannot make a number together', () => {
    const findings = found('<p>{{copy.a}} {{copy.b}}</p>', { units: { a: '08', b: '08' } });
    expect(brief(findings)).toEqual([
      'copy/digits: units side by side make the digits "08 08"; copy may hold two in a row',
    ]);
  });

  test('the stretch that is named is the number itself', () => {
    expect(digitsInARow('At 18, call (0800) 11 now')).toEqual({ text: '0800) 11', at: 13 });
  });
});

describe('the markup of copy', () => {
  test('paragraphs, lists, strong words, line breaks and references', () => {
    const { blocks, faults } = parseCopy(
      'Call **{contact.a.phone}**\nnow.\n\n- one\n- two **x**\n\n1. a\n2. b \\{c\\} \\*\\*',
    );
    expect(faults).toEqual([]);
    expect(blocks.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['p', 1],
      ['ul', 2],
      ['ol', 2],
    ]);
    expect(blocks[0]?.items[0]).toMatchObject([
      { kind: 'text', text: 'Call ', strong: false },
      { kind: 'reference', path: 'contact.a.phone', strong: true },
      { kind: 'text', text: '\nnow.', strong: false },
    ]);
    expect(blocks[2]?.items[1]).toMatchObject([{ text: 'b {c} **' }]);
  });

  test.each([
    ['**strong', 'strong text starts with **'],
    ['a **b\n\nc** d', 'strong text starts with **'],
    ['{contact.helpline.phone', 'a "{" stands alone'],
    ['x } y', 'a "}" stands alone'],
    ['1. a\n3. b', 'step 2 of the list is numbered "3."'],
  ])('%j is a finding', (text, problem) => {
    const findings = checkCopy(unit('a', text), register);
    expect(findings[0]?.code).toBe('copy/markup');
    expect(findings[0]?.problem).toContain(problem);
  });

  test('the line of a fault in a text of several lines is its own', () => {
    const [finding] = checkCopy(unit('a', 'one\ntwo {nobody}\n'), register);
    expect(finding).toMatchObject({ code: 'copy/unknown-reference', at: { line: 11 } });
  });

  test('an unknown reference is named with the nearest right one', () => {
    const [finding] = checkCopy(unit('a', '{contact.helplin.phone}'), register);
    expect(finding?.fix).toContain('did you mean "contact.helpline.phone"?');
    const [other] = checkCopy(unit('a', '{contact.IE.childline.phone}'), register);
    expect(other?.code).toBe('contact/other-market');
  });
});

describe('runs', () => {
  test('every word has its origin, and a number to call is one piece', () => {
    const runs = firstRuns('<p>{{copy.a}}</p>', {
      units: { a: 'Call  **{contact.helpline.phone}** or\n{contact.helpline.url}. {law.poca}' },
    });
    expect(
      runs.map(({ text, isolate, origin, style }) => [text, isolate, origin, style.weight]),
    ).toEqual([
      ['Call ', false, { kind: 'unit', key: 'a' }, 400],
      ['0808 157 0123', true, { kind: 'contact', ref: 'GB.helpline.phone' }, 700],
      [' or\n', false, { kind: 'unit', key: 'a' }, 400],
      ['helpline.example', true, { kind: 'contact', ref: 'GB.helpline.url' }, 400],
      ['. ', false, { kind: 'unit', key: 'a' }, 400],
      ['Protection of Children Act 1978', false, { kind: 'contact', ref: 'GB.law.poca' }, 400],
    ]);
  });

  test('white space of the template is one space between values, and none at the ends', () => {
    const runs = firstRuns(
      '<p>\n  {{contact.helpline.phone}}\n  <strong>{{contact.helpline.text}}</strong><br>{{brand.name}}\n</p>',
    );
    expect(runs.map(({ text }) => text)).toEqual([
      '0808 157 0123',
      ' ',
      '07700 900123',
      '\n',
      'North Shop',
    ]);
  });

  test('Latin names in Urdu are one piece, a Latin sentence is not', () => {
    expect(latinNames('اب Screen Time کھولیں، iOS 18. Wi-Fi')).toEqual([
      { text: 'اب ', isName: false },
      { text: 'Screen Time', isName: true },
      { text: ' کھولیں، ', isName: false },
      { text: 'iOS 18', isName: true },
      { text: '. ', isName: false },
      { text: 'Wi-Fi', isName: true },
    ]);
    expect(latinNames('one two three four')).toEqual([
      { text: 'one two three four', isName: false },
    ]);
  });

  test('Urdu has its size and its line height; a line of digits alone needs no more than Latin', () => {
    const { value } = compose('<p>{{copy.a}}</p><p>{{contact.helpline.phone}}</p>', {
      rtl: true,
      units: { a: 'مدد Childline' },
    });
    const [words, number] = (value?.panels[0]?.root.children ?? []) as TextNode[];
    const size = (12 * 25.4 * 1.1) / 72;
    expect(words?.paragraph).toMatchObject({ direction: 'rtl', lang: 'ur' });
    expect(words?.paragraph.runs[0]?.style.size).toBeCloseTo(size, 9);
    expect(words?.paragraph.lineHeight).toBeCloseTo(size * 2, 9);
    expect(number?.paragraph.lineHeight).toBeLessThan(size * 1.4);
    expect(words?.paragraph.runs.map(({ text, isolate }) => [text, isolate])).toEqual([
      ['مدد ', false],
      ['Childline', true],
    ]);
  });

  test('letters are composed', () => {
    expect(firstRuns('<p>{{copy.a}}</p>', { units: { a: 'e\u0301a\u00ADb' } })[0]?.text).toBe(
      'éa\u00ADb',
    );
  });

  test('a unit with blocks becomes paragraphs and lists in a box', () => {
    const { value } = compose('<div>{{copy.a}}</div>', { units: { a: 'One\n\n1. x\n2. y' } });
    expect(describeBlocks(value)).toBe(
      'front\n  panel (column)\n    div (column)\n      p: One\n      ol (column)\n        [1.] li: x\n        [2.] li: y',
    );
  });
});

describe('a value that is not there is a finding, never a gap', () => {
  const with_ = (contact: object, inside: string, campaign: object = {}) =>
    brief(
      found(
        inside,
        {},
        {
          register: { ...register, contacts: { helpline: { ...helpline, ...contact } } },
          campaign: { ...context.campaign, ...campaign },
        },
      ),
    );
  const phone = '<p>{{contact.helpline.phone}}</p>';
  const card = '<contact-card contact="helpline" show="phone hours"/>';

  test('a contact without the field, without hours in the locale, out of date, closed or of another market', () => {
    expect(with_({ phone: undefined }, phone)).toEqual([
      'contact/no-field: "Helpline" has no phone',
    ]);
    expect(with_({ hours: { ...helpline.hours, shown: {} } }, card)).toEqual([
      'contact/no-field: "Helpline" has no hours in en-GB',
    ]);
    expect(with_({ reviewBy: '2026-11-30' }, phone)).toEqual([
      'contact/out-of-date: "Helpline" was to be looked at again by 2026-11-30; the leaflets print on 2026-12-01',
    ]);
    expect(with_({ reviewBy: '2026-12-01' }, phone)).toEqual([]);
    expect(with_({ status: 'closed' }, phone)).toEqual(['contact/closed: "Helpline" has closed']);
    expect(with_({}, phone, { market: 'IE' })).toEqual([
      'contact/other-market: "helpline" is a contact of GB; the campaign sells in IE',
    ]);
  });

  test('an unconfirmed number stops print, and may stand on a demonstration', () => {
    const unconfirmed = {
      ...register,
      contacts: {
        helpline: { ...helpline, phone: { ...helpline.phone, confirmedOn: null } },
      },
    } as typeof register;
    expect(brief(found(phone, {}, { register: unconfirmed }))).toEqual([
      'contact/unconfirmed: the phone of "Helpline" has not been confirmed by its operator',
    ]);
    expect(found(phone, {}, { register: unconfirmed, mayPrintUnconfirmed: true })).toEqual([]);
    expect(found('<p>{{contact.helpline.url}}</p>', {}, { register: unconfirmed })).toEqual([]);
  });

  test('steps that are out of date, without a date, or without a wording for the phone', () => {
    const steps = unit('s', '1. Tap', { reviewBy: '2026-11-30' });
    const said = unit('c', 'Checked {unit.checkedOn}, {unit.osVersion}');
    const inside = '<phone-steps unit="s" checked="c"/>';
    expect(brief(found(inside, { units: [steps, said] }))).toEqual([
      'copy/out-of-date: "s" was to be looked at again by 2026-11-30; the leaflets print on 2026-12-01',
      'field/missing: "{unit.checkedOn}" of "s" has no value',
      'field/missing: "{unit.osVersion}" of "s" has no value',
    ]);
    const form = smallForm({
      hbs: '<panel name="front"><p>{{copy.s}}</p></panel>',
      units: [steps],
    });
    expect(brief(composeForm({ ...form, units: {} }, context).findings)).toEqual([
      'copy/missing-for-phone: no wording of "s" in locales/en-GB/parent.yaml is for some phones of the catalogue',
    ]);
  });

  test('a phone of no network, a blank safeguarding lead, no approval, an empty unit', () => {
    const form = smallForm({});
    const at = (changed: object, inside: string) => brief(found(inside, { form: changed }));
    expect(at({ chosenFor: {} }, '<p>{{network.name}}</p>')).toEqual([
      'field/missing: the phone names no network',
    ]);
    expect(at({ chosenFor: {} }, '<p>{{phone.maker}}</p>')).toEqual([
      'field/missing: "{phone.maker}" has no value',
    ]);
    const blank = { brand: { ...form.brand, safeguardingLead: ' ' } };
    expect(at(blank, '<p>{{brand.safeguarding-lead}}</p>')).toEqual([
      'field/missing: "{brand.safeguarding-lead}" has no value',
    ]);
    // The approval gate tells it, once, and lets the designer see what else there is to mend.
    expect(at({ approval: undefined }, '<p>{{approval.by}}</p>')).toEqual([]);
    expect(brief(found('<p>{{copy.a}}</p>', { units: { a: ' ' } }))).toEqual([
      'copy/missing: "a" is empty',
    ]);
  });
});

test('a panel knows which of its words name a risk, and which say where help is', () => {
  const units = [unit('r', 'A risk', { role: 'risk' }), unit('h', 'Help', { role: 'help' })];
  const { value } = compose(
    '<p>{{copy.r}}</p><div>{{copy.h}}</div><contact-card contact="helpline" show="name phone"/>',
    { units },
  );
  expect(value?.panels[0]?.roles).toEqual({ risk: ['r'], help: ['contact:helpline', 'h'] });
  const nameOnly = compose('<contact-card contact="helpline" show="name"/>');
  expect(nameOnly.value?.panels[0]?.roles.help).toEqual([]);
});

test('a QR code opens what the register says, byte for byte', () => {
  const codes = ['phone', 'url', 'text'].map((field) => {
    const { value } = compose(`<qr-code contact="helpline" field="${field}" label="none"/>`);
    return describeBlocks(value).split('\n').at(-1)?.trim();
  });
  expect(codes).toEqual([
    'code 22 mm: tel:08081570123',
    'code 22 mm: https://helpline.example/',
    'code 22 mm: sms:07700900123?body=HELP%20ME',
  ]);
});
