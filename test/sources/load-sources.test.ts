import { describe, expect, test } from 'vitest';
import { isError } from '../../src/diagnostics/finding.js';
import { printFindings } from '../../src/diagnostics/print-finding.js';
import { sortFindings } from '../../src/diagnostics/sort-findings.js';
import { loadSources } from '../../src/sources/load-sources.js';
import { fakeWorld } from '../support/fake-world.js';
import { SMALL_CAMPAIGN } from '../support/small-campaign.js';

const CAMPAIGN = 'campaigns/small/campaign.yaml';

/** The small campaign with texts replaced in one file: what was found, as it would be printed. */
async function foundWith(file: string, from: string | RegExp, to: string): Promise<string> {
  const text = SMALL_CAMPAIGN[file] ?? '';
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const world = fakeWorld({ ...SMALL_CAMPAIGN, [file]: changed }, { shipped: true });
  const { findings } = await loadSources(world, 'small');
  return printFindings(sortFindings(findings)).join('\n');
}

describe('a campaign', () => {
  test('that is in order is read whole, without a finding', async () => {
    const world = fakeWorld(SMALL_CAMPAIGN, { shipped: true });
    const { value, findings } = await loadSources(world, 'small');
    expect(findings).toEqual([]);
    expect(value?.phones.map(({ sku, network }) => [sku, network])).toEqual([
      ['NS-1', 'ee'],
      ['NS-2', 'o2'],
      ['NS-1', 'ee'],
    ]);
    expect(Object.keys(value?.decks ?? {})).toEqual(['en-GB/parent']);
    expect(Object.keys(value?.icons ?? {})).toEqual(['parent-trifold/northstar']);
    expect(value?.decks['en-GB/parent']?.units.map(({ key }) => key)).toEqual([
      'cover.title',
      'help.first',
      'steps.controls[os=ios]',
    ]);
  });

  test('keeps every file that was read, sorted, with its hash', async () => {
    const { value } = await loadSources(fakeWorld(SMALL_CAMPAIGN, { shipped: true }), 'small');
    const files = value?.inputs.map(({ file }) => file) ?? [];
    expect(files).toEqual([...files].sort());
    expect(files).toContain('campaigns/small/phones.csv');
    expect(files).toContain('templates/parent-trifold/leaflet.hbs');
    expect(value?.inputs.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  test('that nobody wrote is answered with the name that was meant', async () => {
    const { value, findings } = await loadSources(fakeWorld(SMALL_CAMPAIGN), 'smal');
    expect(value).toBeUndefined();
    expect(printFindings(findings)[0]).toContain('did you mean "small"?');
  });

  test.each([
    ['template', 'parent-trifold', 'parent-trifould', 'unknown-template'],
    ['brand', 'northstar', 'northstr', 'unknown-brand'],
    ['locale', 'en-GB', 'en-GX', 'unknown-locale'],
    ['press', 'coated-fogra39', 'coated-fogra93', 'unknown-press'],
    ['market', 'market: GB', 'market: XX', 'unknown-market'],
  ])('with an unknown %s names the line and what there is', async (_, from, to, code) => {
    const found = await foundWith(CAMPAIGN, from, to);
    expect(found).toMatch(new RegExp(`^${CAMPAIGN}:\\d+: error\\[campaign/${code}\\]`, 'm'));
    expect(found).toMatch(/fix: (did you mean|name one of)/);
  });

  test('names every fault of every file in one run', async () => {
    const world = fakeWorld(
      {
        ...SMALL_CAMPAIGN,
        [CAMPAIGN]: (SMALL_CAMPAIGN[CAMPAIGN] ?? '').replace('northstar', 'nostar'),
        'campaigns/small/phones.csv': 'sku,maker,model,os,network\n../x,Apple,X,iOS,EE\n',
        'locales/en-GB/parent.yaml': 'deck: parent\n',
      },
      { shipped: true },
    );
    const { findings } = await loadSources(world, 'small');
    const codes = new Set(findings.map(({ code }) => code));
    expect(codes).toContain('campaign/unknown-brand');
    expect(codes).toContain('catalogue/sku');
    expect(codes).toContain('deck/field');
  });

  test('without printOn stops, unless it is the demonstration, which is printed today', async () => {
    expect(await foundWith(CAMPAIGN, /printOn.*\n/, '')).toContain('printOn is missing');
    const demonstration = (SMALL_CAMPAIGN[CAMPAIGN] ?? '').replace(
      /printOn.*/,
      'demonstration: true',
    );
    const world = fakeWorld({ ...SMALL_CAMPAIGN, [CAMPAIGN]: demonstration }, { shipped: true });
    const { value, findings } = await loadSources(world, 'small');
    expect(findings).toEqual([]);
    expect(value?.campaign.printOn).toBe(world.today);
  });

  test('with a misspelt field is told the nearest one', async () => {
    const found = await foundWith(CAMPAIGN, 'shelfLifeDays', 'shelfLiveDays');
    expect(found).toContain('"shelfLiveDays" is no field of a campaign');
    expect(found).toContain('did you mean "shelfLifeDays"?');
    expect(found).toContain('shelfLifeDays is missing');
  });

  test('that asks for the same leaflet twice is told so', async () => {
    const found = await foundWith(CAMPAIGN, '[northstar]', '[northstar, northstar]');
    expect(found).toContain('parent-trifold, northstar, en-GB is asked for twice');
  });

  test('with a folder name for its glob as Windows writes it finds its catalogue', async () => {
    const files = {
      ...SMALL_CAMPAIGN,
      [CAMPAIGN]: (SMALL_CAMPAIGN[CAMPAIGN] ?? '').replace('phones.csv', "'shops\\*.csv'"),
      'campaigns/small/shops/leeds.csv': SMALL_CAMPAIGN['campaigns/small/phones.csv'] ?? '',
    };
    const { value, findings } = await loadSources(fakeWorld(files, { shipped: true }), 'small');
    expect(findings).toEqual([]);
    expect(value?.phones).toHaveLength(3);
  });

  test.each(['nothing-*.csv', '../other/phones.csv', '/etc/passwd', 'C:\\phones.csv'])(
    'whose catalogue is %s finds none, and is told what lies there',
    async (glob) => {
      const found = await foundWith(CAMPAIGN, 'catalogue: phones.csv', `catalogue: '${glob}'`);
      expect(found).toContain('error[catalogue/none]');
      expect(found).toContain('such as phones.csv');
    },
  );
});

describe('a copy deck', () => {
  const DECK = 'locales/en-GB/parent.yaml';

  test('in which one sentence stands inside another is refused', async () => {
    const found = await foundWith(DECK, 'id: help.first', 'id: cover.title.small');
    expect(found).toContain('"cover.title.small" lies inside "cover.title"');
  });

  test('that holds a sentence twice is refused, with both lines', async () => {
    const found = await foundWith(DECK, 'id: help.first', 'id: cover.title');
    expect(found).toContain(`${DECK}:8: error[deck/same-id]`);
    expect(found).toContain('it is already in line 6');
  });

  test('with steps for a phone must say when they were checked, and when to look again', async () => {
    const found = await foundWith(DECK, / {4}reviewBy.*\n/, '');
    expect(found).toContain('error[deck/undated]');
    expect(found).toContain('reviewBy is missing');
  });

  test('with steps for a network that is not in the register is refused', async () => {
    const found = await foundWith(DECK, '{ os: ios }', '{ network: e3 }');
    expect(found).toContain('error[deck/unknown-network]');
    expect(found).toContain('did you mean "ee"?');
  });

  test('that turns the reading direction round with an unseen mark is refused', async () => {
    const found = await foundWith(DECK, 'Before you', 'Before \u202Eyou');
    expect(found).toContain('error[text/hidden-character]');
    expect(found).toContain('U+202E');
  });

  test('with a sentence of ten megabytes is refused before it is read', async () => {
    const found = await foundWith(DECK, 'Before you', 'x'.repeat(10 * 1024 * 1024));
    expect(found).toContain('error[file/too-large]');
  });

  test('with a sentence longer than a page is refused by its id and length', async () => {
    const found = await foundWith(DECK, 'Before you', 'long '.repeat(5000));
    expect(found).toContain(`${DECK}:7: error[deck/field]: units[0].text is "long`);
    expect(found).toContain('a unit has at most 20000 characters');
  });

  test('that lies in the folder of another locale is refused', async () => {
    const found = await foundWith(DECK, 'locale: en-GB', 'locale: cy');
    expect(found).toContain('the file lies where "en-GB" belongs');
  });
});

describe('the contact register', () => {
  const REGISTER = 'locales/contacts/gb.yaml';

  test('keeps the leading zero of a number by asking for quotes', async () => {
    const found = await foundWith(REGISTER, 'dial: "08081570123"', 'dial: 08081570123');
    expect(found).toContain('contacts.helper.phone.dial is "08081570123"');
    expect(found).toContain('put it in quotes: YAML reads it as a number and drops leading zeros');
  });

  test('with two digits swapped between what is printed and what is dialled is refused', async () => {
    const found = await foundWith(REGISTER, 'dial: "08081570123"', 'dial: "08081570132"');
    expect(found).toContain('contacts.helper.phone.dial is "08081570132"');
    expect(found).toContain('write the same digits in shown and dial');
  });

  test.each([
    ['http://www.helper.example.org/', 'starting with https://'],
    ['https://www.helper.example.org/?utm_source=box', 'no tracking'],
    ['https://bit.ly/abc', 'a shortener can be sold or lapse'],
    ['https://user@helper.example.org/', 'no name, password or port'],
    ['https://other.example.org/', 'write the start of the address that it opens'],
  ])('refuses the address %s', async (target, fix) => {
    const found = await foundWith(REGISTER, 'https://www.helper.example.org/', target);
    expect(found).toContain('error[contacts/field]');
    expect(found).toContain(fix);
  });
});

describe('every kind of fault', () => {
  test('is an error, a warning or a note, and has a fix', async () => {
    const world = fakeWorld({ ...SMALL_CAMPAIGN, [CAMPAIGN]: 'title: 1\nx: *y\n' });
    const { findings } = await loadSources(world, 'small');
    expect(findings.some(isError)).toBe(true);
    for (const it of findings) expect(it.fix).not.toBe('');
  });
});
