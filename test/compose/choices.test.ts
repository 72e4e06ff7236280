import { describe, expect, test } from 'vitest';
import { checkChoices } from '../../src/compose/check-choices.js';
import { checkCopy } from '../../src/compose/check-copy.js';
import { composeForm } from '../../src/compose/compose-form.js';
import { statedWordings } from '../../src/compose/stated-wordings.js';
import { unitPlace } from '../../src/compose/unit-place.js';
import type { Unit } from '../../src/sources/copy-deck.js';
import { brief } from './found.js';
import { context, register, smallForm, unit } from './small-form.js';

const MONTHS = 'campaign.shelfLifeMonths';
const OPEN = 'Open {phone.os, select, ios {**Screen Time**} other {**Family Link**}}.';
const KEEP = `Good for {${MONTHS}, plural, one {# month} other {# months}}.`;

/** The words that a form with this copy prints. */
function printed(
  text: string,
  {
    os = 'ios',
    network = 'north',
    days = 365,
  }: Partial<Record<'os' | 'network', string>> & {
    days?: number;
  } = {},
) {
  const form = smallForm({
    hbs: '<panel name="front"><div>{{copy.say.it}}</div></panel>',
    units: { 'say.it': text },
    form: { chosenFor: { os, network } },
  });
  const campaign = { ...context.campaign, shelfLifeDays: days };
  const { value, findings } = composeForm(form, { ...context, campaign });
  const words: string[] = [];
  const add = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ('kind' in node && node.kind === 'paragraph' && 'runs' in node)
      words.push((node.runs as { text: string }[]).map((run) => run.text).join(''));
    else if (Array.isArray(node)) for (const it of node) add(it);
    else for (const it of Object.values(node)) add(it);
  };
  add(value?.panels.map(({ root }) => root));
  return { words: words.join(' / '), findings: brief(findings) };
}

const faultsOf = (text: string, tag = 'en-GB'): readonly string[] =>
  checkChoices(unit('say.it', text), register, tag).map(
    ({ code, problem }) => `${code}: ${problem}`,
  );

describe('a choice in copy', () => {
  test('prints the words for the phone of the form, and those of other for the rest', () => {
    expect(printed(OPEN)).toEqual({ words: 'Open Screen Time.', findings: [] });
    expect(printed(OPEN, { os: 'android' }).words).toBe('Open Family Link.');
  });

  test('by network takes the names that the register has', () => {
    const text = 'It is {network.id, select, north {on} other {off}}.';
    expect(printed(text).words).toBe('It is on.');
    expect(faultsOf(text)).toEqual([
      'copy/choice: "say.it": "other" is never printed: north are all that network.id can be',
    ]);
  });

  test('keeps the references to the register in its branches', () => {
    const text =
      'Help: {phone.os, select, ios {call {contact.helpline.phone}} other {see {contact.helpline.url}}}.';
    expect(printed(text)).toEqual({ words: 'Help: call 0808 157 0123.', findings: [] });
    expect(printed(text, { os: 'android' }).words).toBe('Help: see helpline.example.');
  });

  test('may hold entries of a list, an apostrophe, and a brace that is meant as one', () => {
    const text =
      "- First.\n{phone.os, select, ios {- It's \\{here\\}.\n- Third.} other {- 'Then'.}}\n- Last.";
    expect(printed(text).words.replaceAll('• / ', '')).toContain("It's {here}.");
    expect(printed(text, { os: 'android' }).words).toContain("'Then'.");
    expect(printed(text).findings).toEqual([]);
  });

  test('leaves a reference with a comma after it as it is', () => {
    expect(printed('Call {contact.helpline.phone}, free.').words).toBe('Call 0808 157 0123, free.');
  });
});

describe('a plural in copy', () => {
  test('takes the form of the number in the language, and prints the number', () => {
    expect(printed(KEEP, { days: 365 }).words).toBe('Good for 11 months.');
    expect(printed(KEEP, { days: 31 }).words).toBe('Good for 1 month.');
  });

  test('takes the words for one number before those of its form', () => {
    const text = `Good for {${MONTHS}, plural, =12 {a year} one {# month} other {# months}}.`;
    expect(printed(text, { days: 366 })).toEqual({ words: 'Good for a year.', findings: [] });
  });

  test('prints no number of three digits', () => {
    const text = 'Good for {campaign.shelfLifeDays, plural, one {# day} other {# days}}.';
    expect(printed(text, { days: 99 })).toEqual({ words: 'Good for 99 days.', findings: [] });
    expect(printed(text, { days: 100 }).findings).toEqual([
      'copy/digits: "{campaign.shelfLifeDays}" is 100 in this campaign; a number in copy has two digits at the most',
    ]);
  });

  test.each([
    ['en-GB', []],
    ['pl', ['few', 'many']],
    ['cy', ['zero', 'two', 'few', 'many']],
    ['ar', ['zero', 'two', 'few', 'many']],
  ])('in %s needs all forms that its numbers take', (tag, missing) => {
    const found = checkChoices(unit('say.it', KEEP), register, tag);
    expect(found.map(({ code }) => code)).toEqual(missing.map(() => 'copy/choice-category'));
    for (const [index, form] of missing.entries())
      expect(
        found
          .map(({ problem }) => problem)
          .sort()
          .join('\n'),
        String(index),
      ).toContain(`for the form "${form}" of ${MONTHS}`);
  });

  test('in a language without plurals needs only other', () => {
    expect(faultsOf(`{${MONTHS}, plural, other {#}}`, 'zh-Hans')).toEqual([]);
  });
});

describe('what is outside the subset', () => {
  test.each([
    ['{phone.os, selectordinal, one {a} other {b}}', 'is not in use'],
    ['{date.prepared, date, short}', 'is neither plural nor select'],
    [`{${MONTHS}, number}`, 'is neither plural nor select'],
    [`{${MONTHS}, plural, offset:1 one {a} other {b}}`, 'offset:…}" is not in use'],
    ['{phone.os, select, ios {a} ios {b} other {c}}', 'cannot be read as a choice'],
    ['{phone.os, choose, ios {a} other {c}}', 'cannot be read as a choice'],
    ['{phone.os, select, ios {a} other {c}', 'is not closed'],
    ['{phone.os, select, ios {a}}', 'has no branch "other"'],
    ['{phone.os, plural, one {a} other {b}}', '"phone.os" is a name'],
    [`{${MONTHS}, select, one {a} other {b}}`, 'is a number, and the choice is select'],
    ['{phone.model, select, x {a} other {b}}', 'nothing can be chosen by "phone.model"'],
    ['{phone.os, select, symbian {a} other {b}}', '"symbian" is no value of phone.os'],
    [`{${MONTHS}, plural, one {a} few {b} other {c}}`, '"few" is no form of the number in en-GB'],
    [`{${MONTHS}, plural, one {a} =9999 {b} other {c}}`, '"=9999" is no form'],
    [
      `{phone.os, select, ios {{${MONTHS}, plural, one {a} other {b}}} other {c}}`,
      'a choice stands within "ios {…}"',
    ],
  ])('%s is refused', (text, problem) => {
    const found = faultsOf(`Words. ${text}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('copy/choice: "say.it": ');
    expect(found[0]).toContain(problem);
  });

  test('is told by its line', () => {
    const it = unit('say.it', `One line.\n\n${OPEN.replace('ios', 'symbian')}`);
    expect(checkChoices(it, register, 'en-GB').map(({ at }) => at.line)).toEqual([12]);
  });

  test('a unit that reads in more than 24 ways is refused', () => {
    const many = (field: string, from: number): string =>
      `{${field}, plural, ${[1, 2, 3, 4].map((n) => `=${from + n} {x}`).join(' ')} one {a} other {b}}`;
    const text = `${many(MONTHS, 3)} ${many('campaign.shelfLifeDays', 3)}`;
    expect(faultsOf(text)).toEqual(['copy/choice: "say.it" can read in more than 24 ways']);
  });
});

describe('the words of a branch', () => {
  test('are checked whether a leaflet prints them or not', () => {
    const text = 'Call {phone.os, select, ios {us} other {0808 157 0199}}.';
    const found = checkCopy(unit('say.it', text), register);
    expect(found.map(({ code }) => code)).toEqual(['copy/digits']);
    expect(printed(text).findings).toHaveLength(1);
  });

  test('make no number with those around it', () => {
    const text = 'Press 1{phone.os, select, ios {23} other {a}}.';
    expect(checkCopy(unit('say.it', text), register).map(({ code }) => code)).toEqual([
      'copy/digits',
    ]);
  });

  test('keep their line in the deck', () => {
    const text = 'One.\n{phone.os, select, ios {Two.\nThree.} other {Four.}}\n{no.such}';
    const found = checkCopy(unit('say.it', text), register);
    // The unit begins on line 10; its last line is the fourth, however the choice falls.
    expect(found.map(({ at }) => at.line)).toEqual([13]);
    const short: Unit = { ...unit('say.it', 'One.\nFour.\nLast.'), lines: [0, 1, 3] };
    expect(unitPlace(short, short.text.indexOf('Last')).line).toBe(13);
  });
});

describe('what an approver is shown', () => {
  const deckWith = (...units: Unit[]) => ({ ...smallForm({ units }).deck, units });

  test('is every way in which a unit may read', () => {
    const stated = statedWordings(
      deckWith(unit('plain.words', 'Plain.'), unit('say.it', OPEN), unit('say.keep', KEEP)),
      register,
    );
    expect(stated).toEqual([
      { key: 'say.it', when: 'phone.os is ios', text: 'Open **Screen Time**.' },
      { key: 'say.it', when: 'phone.os is any other', text: 'Open **Family Link**.' },
      { key: 'say.keep', when: `${MONTHS} is one, such as 1`, text: 'Good for 1 month.' },
      { key: 'say.keep', when: `${MONTHS} is other, such as 2`, text: 'Good for 2 months.' },
    ]);
  });

  test('is each longer and shorter wording too', () => {
    const short = unit('say.it', 'Short.', { key: 'say.it:short' });
    expect(statedWordings(deckWith(unit('say.it', 'Longer words.', { short })), register)).toEqual([
      { key: 'say.it', when: '', text: 'Longer words.' },
      { key: 'say.it:short', when: '', text: 'Short.' },
    ]);
  });
});
