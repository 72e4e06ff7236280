import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPhones } from '../../support/read-phones.js';
import { type WorkbookCell, workbook, workbookOf } from '../../support/workbook.js';

const HEADINGS = ['sku', 'maker', 'model', 'os', 'network', 'box', 'ean', 'quantity'];
const PHONE: readonly WorkbookCell[] = [
  'NS-1',
  'Apple',
  'iPhone 17 & "Plus"',
  'iOS',
  'EE',
  '165 x 85 x 30',
  4006381333931,
  100,
];

const withCell = (column: string, cell: WorkbookCell) =>
  workbook([HEADINGS, PHONE.map((it, index) => (HEADINGS[index] === column ? cell : it))]);

const read = (bytes: Uint8Array) => readPhones(bytes, 'phones.xlsx');

describe('a workbook', () => {
  test('gives its phones, a number kept digit for digit', async () => {
    const { phones, findings } = await read(workbook([HEADINGS, PHONE]));
    expect(findings).toEqual([]);
    expect(phones).toMatchObject([
      { sku: 'NS-1', model: 'iPhone 17 & "Plus"', ean: '4006381333931', quantity: 100 },
    ]);
  });

  test('keeps count of rows past empty ones', async () => {
    const { phones } = await read(workbook([[], HEADINGS, [], PHONE]));
    expect(phones[0]?.place).toMatchObject({ part: 'row 4', line: undefined });
  });

  test('with a date where a size was typed is refused by row and column', async () => {
    const { findings } = await read(withCell('box', { day: '2026-10-05' }));
    expect(findings.map(({ code, at }) => [code, at.part])).toEqual([
      ['catalogue/date', 'row 2, column "box"'],
    ]);
    expect(findings[0]?.problem).toContain('"2026-10-05"');
  });

  test('with a number that the spreadsheet has rounded is refused', async () => {
    const { findings } = await read(withCell('sku', 359000000000000000));
    expect(findings.map(({ code }) => code)).toEqual(['catalogue/rounded']);
  });

  test('with a part of a leaflet in its quantity is refused', async () => {
    const { findings } = await read(withCell('quantity', 12.5));
    expect(findings.map(({ code }) => code)).toEqual(['catalogue/quantity']);
  });

  test.each([
    [
      'an error',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      'the spreadsheet shows an error: #DIV/0!',
    ],
    ['a formula never worked out', '<c t="str"><f>A1</f></c>', 'a formula was never worked out'],
  ])('with %s in a cell is refused, not read as empty', async (_, xml, problem) => {
    const { phones, findings } = await read(withCell('ean', { xml }));
    expect(phones).toEqual([]);
    expect(findings.map((it) => [it.code, it.at.part, it.problem])).toEqual([
      ['catalogue/formula', 'cell G2', problem],
    ]);
  });

  test('gives the value that a formula came to', async () => {
    const { phones } = await read(
      withCell('model', { xml: '<c t="str"><f>A1</f><v>iPhone 17</v></c>' }),
    );
    expect(phones[0]?.model).toBe('iPhone 17');
  });
});

describe('a workbook that would fill the memory', () => {
  test('with a cell in its last row and column is refused', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const { findings } = await read(workbookOf(sheet));
    expect(findings[0]?.problem).toContain('outside the first 500000 rows and 512 columns');
  });

  test('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const part = new Uint8Array(70 * 1024 * 1024);
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': part, 'xl/worksheets/sheet2.xml': part });
    expect(bytes.length).toBeLessThan(1024 * 1024);
    const { findings } = await read(bytes);
    expect(findings[0]?.problem).toBe('the workbook has 140 MB unpacked; the limit is 128 MB');
  });
});

describe('a file that is no workbook', () => {
  const whole = workbook([HEADINGS, PHONE]);
  test.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('sku,maker\n')],
    ['the first half of one', whole.slice(0, whole.length / 2)],
    ['a ZIP of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['a sheet that breaks off', workbookOf('<worksheet><sheetData><row')],
  ])('(%s) is refused with the way to save it anew', async (_, bytes) => {
    const { phones, findings } = await read(bytes);
    expect(phones).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.code).toMatch(/^catalogue\/(unreadable|empty)$/);
  });

  test('but the old XLS form, or one with a password, is told apart', async () => {
    const { findings } = await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
    expect(findings[0]?.problem).toContain('old XLS form, or one with a password');
  });
});
