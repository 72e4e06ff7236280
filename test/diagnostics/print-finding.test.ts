import { describe, expect, test } from 'vitest';
import { finding } from '../../src/diagnostics/finding.js';
import { nameOneOf, nearest } from '../../src/diagnostics/nearest.js';
import { printFinding, printFindings } from '../../src/diagnostics/print-finding.js';
import { quoted } from '../../src/diagnostics/quoted.js';
import { sortFindings } from '../../src/diagnostics/sort-findings.js';

const inDeck = (locale: string, line: number) =>
  finding('deck/field', { file: `locales/${locale}/parent.yaml`, line }, 'it is "x"', 'write y', {
    locale,
  });

describe('a finding in print', () => {
  test('says where, what, why it matters on paper and what to do', () => {
    const at = { file: 'campaigns/a/phones.csv', line: 14, part: 'row 14, column "EAN"' };
    const found = finding('catalogue/ean', at, 'the ean is "12"', 'write 13 digits');
    expect(printFinding(found)).toBe(
      [
        'campaigns/a/phones.csv:14: error[catalogue/ean]: row 14, column "EAN": the ean is "12"',
        '  why: a packer who scans the box would not find its leaflet',
        '  fix: write 13 digits',
      ].join('\n'),
    );
  });

  test('names the leaflet and the sentence that it is about', () => {
    const at = { file: 'locales/ur/parent.yaml', line: 3 };
    const context = { leaflet: 'parent-trifold', panel: 'help', sentence: 'Talk to them' };
    const text = printFinding(finding('deck/field', at, 'p', 'f', context));
    expect(text).toContain('\n  on: leaflet parent-trifold, panel help\n  text: "Talk to them"\n');
  });

  test('the same fault in four locales is printed once, with the other places', () => {
    const found = [inDeck('cy', 8), inDeck('en-GB', 7), inDeck('pl', 7), inDeck('ur', 9)];
    const printed = printFindings(sortFindings(found));
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain(
      'also: locales/en-GB/parent.yaml:7; locales/pl/parent.yaml:7; locales/ur/parent.yaml:9',
    );
  });

  test('two faults of one code in one file stay two', () => {
    const at = (line: number) => ({ file: 'campaigns/a/campaign.yaml', line });
    const found = [1, 2].map((line) => finding('campaign/field', at(line), 'p', 'f'));
    expect(printFindings(found)).toHaveLength(2);
  });
});

describe('the order of findings', () => {
  test('goes by file, line and row, and tells each fault once', () => {
    const row = (number: number) =>
      finding('catalogue/box', { file: 'p.xlsx', part: `row ${number}, column "Box"` }, 'p', 'f');
    const parts = sortFindings([row(14), row(9), row(14), row(110)]).map(({ at }) => at.part);
    expect(parts).toEqual(['row 9', 'row 14', 'row 110'].map((it) => `${it}, column "Box"`));
  });

  test('is the same whatever order they were found in', () => {
    const found = [inDeck('cy', 8), inDeck('en-GB', 7), inDeck('cy', 3)];
    expect(sortFindings([...found].reverse())).toEqual(sortFindings(found));
  });
});

describe('the name that was meant', () => {
  test.each([
    ['northstr', 'northstar'],
    ['North Star', 'northstar'],
    ['kiet', 'kite'],
  ])('%s means %s', (written, meant) => {
    expect(nearest(written, ['kite', 'northstar'])).toBe(meant);
  });

  test('a name that is like none of them is not guessed', () => {
    expect(nearest('vodafone', ['ee', 'o2'])).toBeUndefined();
    expect(nameOneOf('vodafone', ['o2', 'ee'])).toBe('name one of: ee, o2');
  });

  test('a list of forty names is cut, and says how many more there are', () => {
    const names = Array.from({ length: 40 }, (_, index) => `zz${String(index).padStart(2, '0')}`);
    expect(nameOneOf('qqqq', names)).toContain('zz11 and 28 more');
  });
});

describe('what the user wrote', () => {
  test('is cut to sixty characters', () => {
    expect(quoted('a'.repeat(100))).toBe(`"${'a'.repeat(59)}…"`);
  });

  test('shows characters that nobody sees', () => {
    expect(quoted('a\u202Eb\u0007')).toBe('"a<U+202E>b<U+0007>"');
  });
});
