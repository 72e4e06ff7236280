import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isError } from '../../src/diagnostics/finding.js';
import { printFinding } from '../../src/diagnostics/print-finding.js';
import { sheetFaults } from '../../src/sources/catalogue/sheet-faults.js';
import { loadSources } from '../../src/sources/load-sources.js';
import { readApproval } from '../../src/sources/read-approval.js';
import { readCampaign } from '../../src/sources/read-campaign.js';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import { readCopyDeck } from '../../src/sources/read-copy-deck.js';
import { readTemplate } from '../../src/sources/read-template.js';
import { readYaml } from '../../src/sources/read-yaml.js';
import type { World } from '../../src/world.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { readPhones } from '../support/read-phones.js';
import { SMALL_CAMPAIGN } from '../support/small-campaign.js';
import { workbook } from '../support/workbook.js';

/** Texts that look like YAML, and good files with a piece cut out or put in. */
const yamlish = fc
  .array(
    fc.constantFrom(
      'a: ',
      '- ',
      '*x',
      '&x ',
      '!t ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '\n',
      '  ',
      '? ',
      '|\n',
      '#',
      ':',
      '---\n',
      '<<: ',
      '\t',
      '%',
      '@',
      '0x',
      '~',
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const damagedCopy = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.oneof(yamlish, fc.string({ unit: 'binary' })))
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

const anyText = (good: string) =>
  fc.oneof(fc.string({ unit: 'binary' }), yamlish, damagedCopy(good), damagedCopy(good));

const DOORS: readonly [file: string, good: string, read: (world: World) => unknown][] = [
  ['campaigns/small/campaign.yaml', '', (world) => readCampaign(world, 'small')],
  ['locales/en-GB/parent.yaml', '', (world) => readCopyDeck(world, 'en-GB', 'parent')],
  ['locales/contacts/gb.yaml', '', (world) => readContactRegister(world, 'GB')],
  [
    'locales/en-GB/parent.approval.json',
    '{"deck":"parent","locale":"en-GB","approver":{"name":"a","organisation":"b"},"units":{}}',
    (world) => readApproval(world, 'en-GB', 'parent'),
  ],
  [
    'templates/t/template.yaml',
    'title: "x"\nformat: dl\ndeck: parent\nslug: x\ninline: [phone.model]\n',
    (world) => readTemplate(world, 't'),
  ],
];

test.each(DOORS)(
  'any text at all in %s gives a value or findings, never an exception',
  (file, good, read) => {
    const whole = good || (SMALL_CAMPAIGN[file] ?? '');
    const beside = { 'templates/t/leaflet.hbs': '', 'templates/t/style.css': '' };
    fc.assert(
      fc.property(anyText(whole), (text) => {
        const result = read(fakeWorld({ ...beside, [file]: text })) as ReturnType<
          typeof readCampaign
        >;
        expect(result.value !== undefined || result.findings.length > 0).toBe(true);
        for (const it of result.findings) {
          expect(it.fix).not.toBe('');
          expect(printFinding(it)).not.toMatch(/\binvalid\b|undefined|\[object/i);
          expect(printFinding(it)).toMatch(/^\S+?(:\d+)?: \w+\[/);
        }
      }),
      { numRuns: fuzzRuns(200) },
    );
  },
);

test('any text at all is YAML with a place for every value, or findings', () => {
  fc.assert(
    fc.property(anyText(SMALL_CAMPAIGN['locales/en-GB/parent.yaml'] ?? ''), (text) => {
      const { value, findings } = readYaml('fuzz.yaml', text, 'deck/unreadable');
      expect(value === undefined).toBe(findings.length > 0);
      expect(value?.locate(['units', 0, 'text']).line ?? 1).toBeGreaterThan(0);
    }),
    { numRuns: fuzzRuns(300) },
  );
});

const GOOD_CSV = SMALL_CAMPAIGN['campaigns/small/phones.csv'] ?? '';

test('any bytes at all in a catalogue give phones or findings', async () => {
  const csvish = fc
    .array(
      fc.constantFrom(
        'sku',
        'maker,model',
        ',',
        ';',
        '\t',
        '"',
        '""',
        '\r\n',
        '\n',
        'é',
        '\0',
        '=1',
        'E+14',
      ),
      {
        maxLength: 40,
      },
    )
    .map((it) => it.join(''));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    csvish,
    damagedCopy(GOOD_CSV),
    damagedCopy(GOOD_CSV),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('phones.csv', 'phones.xlsx'), async (it, name) => {
      const { phones, findings } = await readPhones(it, name);
      expect(phones.length > 0 || findings.some(isError)).toBe(true);
      for (const { sku } of phones) expect(sku).toMatch(/^[\w][\w.-]*$/);
    }),
    { numRuns: fuzzRuns(200) },
  );
});

test('a workbook with any byte changed gives phones or findings', async () => {
  const rows = GOOD_CSV.trim()
    .split('\n')
    .map((line) => line.split(','));
  const good = workbook(rows);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = good.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const { phones, findings } = await readPhones(bytes, 'phones.xlsx');
        expect(phones.length > 0 || findings.some(isError)).toBe(true);
      },
    ),
    { numRuns: fuzzRuns(200) },
  );
});

test('any XML at all is looked through for bad cells', () => {
  fc.assert(
    fc.property(fc.string(), (xml) => {
      expect(Array.isArray(sheetFaults(`<c r="A1">${xml}</c><c${xml}/>`))).toBe(true);
    }),
  );
});

test('any name at all for a campaign is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (name) => {
      const { value, findings } = await loadSources(fakeWorld(SMALL_CAMPAIGN), name);
      expect(value).toBeUndefined();
      expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: fuzzRuns(100) },
  );
});
