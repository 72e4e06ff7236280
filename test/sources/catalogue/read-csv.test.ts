import { describe, expect, test } from 'vitest';
import { readPhones } from '../../support/read-phones.js';

const HEADINGS = ['sku', 'maker', 'model', 'os', 'network', 'box', 'ean', 'quantity', 'shop'];
const PHONE = ['NS-1', 'Façade', 'Größe 5', 'iOS', 'EE', '165 x 85 x 30', '', '100', 'Ayr'];

const lines = (separator: string, end = '\r\n'): string =>
  [HEADINGS, PHONE].map((cells) => `${cells.join(separator)}${end}`).join('');

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};

const latin = (text: string): Uint8Array => Uint8Array.from(text, (it) => it.charCodeAt(0));

describe('a catalogue as a spreadsheet saves it', () => {
  test.each([
    ['UTF-8', lines(',')],
    ['UTF-8 with a byte order mark', `\uFEFF${lines(',')}`],
    ['UTF-16, little end first, with tabs', utf16(lines('\t'), true)],
    ['UTF-16, big end first', utf16(lines(';'), false)],
    ['semicolons', lines(';')],
    ['tabs', lines('\t')],
    ['line feeds alone', lines(',', '\n')],
    ['carriage returns alone', lines(',', '\r')],
    ['a first line that names the separator', `sep=;\r\n${lines(';')}`],
    ['blank lines between', lines(',').replaceAll('\r\n', '\r\n\r\n')],
    ['every cell in quotes', lines(',').replaceAll(/[^,\r\n]+/g, '"$&"')],
  ])('is read in %s', async (_, bytes) => {
    const { phones, findings } = await readPhones(bytes);
    expect(findings).toEqual([]);
    expect(phones).toMatchObject([
      {
        sku: 'NS-1',
        maker: 'Façade',
        model: 'Größe 5',
        os: 'ios',
        network: 'ee',
        box: { length: 165, width: 85, depth: 30 },
        quantity: 100,
        shop: 'Ayr',
      },
    ]);
  });

  test('in Windows-1252 is read, with a note to look at the accents', async () => {
    const { phones, findings } = await readPhones(latin(lines(',')));
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['catalogue/encoding', 'note'],
    ]);
    expect(phones[0]?.model).toBe('Größe 5');
  });

  test('a separator inside quotes is a part of the cell', async () => {
    const { phones } = await readPhones(lines(',').replace('Größe 5', '"Plus, ""Max"""'));
    expect(phones[0]?.model).toBe('Plus, "Max"');
  });

  test('without a quantity column prints one leaflet a phone', async () => {
    const { phones, findings } = await readPhones(
      'sku,maker,model,os,network\nA1,Apple,iPhone 17,ios,o2\n',
    );
    expect(findings).toEqual([]);
    expect(phones[0]?.quantity).toBe(1);
  });

  test('a phone knows its line and row, blank lines counted', async () => {
    const { phones } = await readPhones(`${lines(',')}\r\n${PHONE.join(',')}2\r\n`);
    expect(phones[1]?.place).toEqual({
      file: 'campaigns/small/phones.csv',
      line: 4,
      part: 'row 4',
    });
  });

  test('ten thousand phones are read in less than a second', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `NS-${index},Samsung,"Galaxy S26, 256 GB",Android,EE,165 x 85 x 30,,10,Leeds`,
    );
    // The processor's own time: other work on the machine does not count.
    const start = process.cpuUsage();
    const { phones, findings } = await readPhones(`${HEADINGS.join(',')}\r\n${rows.join('\r\n')}`);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(findings).toEqual([]);
    expect(phones).toHaveLength(10_000);
  });
});

describe('the retailer’s own headings', () => {
  const TEXT = lines(',')
    .replace('sku', 'Art.-Nr.')
    .replace('model', 'Model  Name')
    .replace('\r\n', ',Colour,Buyer\r\n');

  test('are mapped by campaign.yaml, and columns that nobody asked for are counted in one note', async () => {
    const { phones, findings } = await readPhones(
      TEXT,
      'phones.csv',
      'columns: { sku: "art.-nr.", model: "Model name" }\n',
    );
    expect(phones).toHaveLength(1);
    expect(findings.map(({ severity, problem }) => [severity, problem])).toEqual([
      ['note', '2 columns are not used: "Colour", "Buyer"'],
    ]);
  });

  test('that are not mapped are named, with the nearest to what is missing', async () => {
    const { phones, findings } = await readPhones(TEXT.replace('Model  Name', 'Modell'));
    expect(phones).toEqual([]);
    const missing = findings.filter(({ code }) => code === 'catalogue/column-missing');
    expect(missing.map(({ fix }) => fix)).toEqual([
      'add the column, or name its heading in campaign.yaml: columns: { sku: "…" }',
      'did you mean "Modell"? Then write in campaign.yaml: columns: { model: "Modell" }',
    ]);
    expect(missing[0]?.problem).toContain('the headings are "Art.-Nr.", "maker", "Modell"');
  });

  test('that are mapped and not there are named where they are mapped', async () => {
    const { findings } = await readPhones(TEXT, 'phones.csv', 'columns: { sku: "Art Nr" }\n');
    const [unknown] = findings.filter(({ code }) => code === 'catalogue/column-unknown');
    expect(unknown?.at).toMatchObject({ file: 'campaigns/small/campaign.yaml', line: 14 });
    expect(unknown?.fix).toContain('did you mean "Art.-Nr."?');
  });

  test('that stand over two columns are refused', async () => {
    const { findings } = await readPhones(TEXT.replace('Art.-Nr.', 'sku').replace('Buyer', 'SKU'));
    expect(findings.map(({ code }) => code)).toContain('catalogue/column-twice');
  });
});

/** The code and place of what is wrong with one cell of the catalogue. */
async function damaged(column: string, cell: string) {
  const cells = PHONE.map((it, index) => (HEADINGS[index] === column ? cell : it));
  const { phones, findings } = await readPhones(`${HEADINGS.join(',')}\n${cells.join(',')}\n`);
  expect(phones).toEqual([]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.at).toMatchObject({ line: 2, part: `row 2, column "${column}"` });
  return findings[0];
}

describe('a damaged cell is refused with its row and column', () => {
  test.each([
    ['sku', '../NS-1', 'catalogue/sku'],
    ['sku', 'NS/1', 'catalogue/sku'],
    ['sku', 'NS\\1', 'catalogue/sku'],
    ['sku', 'NS 1', 'catalogue/sku'],
    ['sku', 'NS-1.', 'catalogue/sku'],
    ['sku', '.NS', 'catalogue/sku'],
    ['sku', 'con', 'catalogue/sku'],
    ['sku', 'NUL.1', 'catalogue/sku'],
    ['sku', 'COM7', 'catalogue/sku'],
    ['sku', 'x'.repeat(65), 'catalogue/sku'],
    ['sku', '', 'catalogue/sku'],
    ['sku', '3.59E+14', 'catalogue/rounded'],
    ['ean', '4.00638E+12', 'catalogue/rounded'],
    ['ean', '4006381333932', 'catalogue/ean'],
    ['ean', '4060381333931', 'catalogue/ean'],
    ['ean', '36000291452', 'catalogue/ean'],
    ['ean', '400638133393', 'catalogue/ean'],
    ['box', '05-Oct', 'catalogue/date'],
    ['box', '16/08/2030', 'catalogue/date'],
    ['box', 'Oct-05', 'catalogue/date'],
    ['box', '165 x 85', 'catalogue/box'],
    ['box', '1650 x 85 x 30', 'catalogue/box'],
    ['box', '0 x 85 x 30', 'catalogue/box'],
    ['quantity', '12.5', 'catalogue/quantity'],
    ['quantity', '1.000', 'catalogue/quantity'],
    ['quantity', '0', 'catalogue/quantity'],
    ['quantity', '-4', 'catalogue/quantity'],
    ['quantity', '', 'catalogue/quantity'],
    ['os', 'Andriod', 'catalogue/os'],
    ['os', '', 'catalogue/os'],
    ['network', 'Vodaphone', 'catalogue/network'],
    ['maker', '', 'catalogue/cell'],
    ['model', 'y'.repeat(81), 'catalogue/cell'],
    ['model', 'a\u202Eb', 'text/hidden-character'],
  ])('%s "%s"', async (column, cell, code) => {
    expect((await damaged(column, cell))?.code).toBe(code);
  });

  test('a lost leading zero is given back in the fix', async () => {
    const found = await damaged('ean', '36000291452');
    expect(found?.problem).toContain('a zero at the start is lost');
    expect(found?.fix).toContain('write "0036000291452"');
  });

  test('a mistyped network is answered with the one that was meant', async () => {
    expect((await damaged('network', '02'))?.fix).toContain('did you mean "o2"?');
  });
});

describe('a catalogue that does not hold together', () => {
  test('a stray quote is refused in its row, and the other rows are still read', async () => {
    const text = `${HEADINGS.slice(0, 5).join(',')}\nA1,Apple,iPhone 6.1" Plus,ios,ee\nA2,Apple,iPhone 17,ios,zz\n`;
    const { findings } = await readPhones(text);
    expect(findings.map(({ code, at }) => [code, at.line])).toEqual([
      ['catalogue/stray-quote', 2],
      ['catalogue/network', 3],
    ]);
  });

  test('a quote that is never closed does not swallow the rest in silence', async () => {
    const text = `${HEADINGS.slice(0, 5).join(',')}\nA1,Apple,"iPhone,ios,ee\nA2,Apple,iPhone 17,ios,ee\n`;
    const { phones, findings } = await readPhones(text);
    expect(phones).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('catalogue/stray-quote');
  });

  test('the same sku twice for one shop is refused, whatever its capitals', async () => {
    const text = `${lines(',')}${PHONE.join(',').replace('NS-1', 'ns-1')}\r\n`;
    const { findings } = await readPhones(text);
    expect(findings[0]?.code).toBe('catalogue/same-sku');
    expect(findings[0]?.problem).toContain('already in campaigns/small/phones.csv, row 2');
  });

  test('a column that is damaged in every row is told twenty times, and then counted', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `A${index},Apple,X,ios,zz`);
    const { findings } = await readPhones(
      `${HEADINGS.slice(0, 5).join(',')}\n${rows.join('\n')}\n`,
    );
    expect(findings).toHaveLength(20);
    expect(findings.at(-1)?.problem).toContain('480 more rows below have the same fault');
  });

  test.each([
    ['nothing', '', 'catalogue/empty'],
    ['headings alone', 'sku,maker,model,os,network\n', 'catalogue/empty'],
    ['bytes that are no text', new Uint8Array([1, 0, 2, 0, 3]), 'catalogue/unreadable'],
  ])('a file with %s is refused', async (_, bytes, code) => {
    const { phones, findings } = await readPhones(bytes);
    expect(phones).toEqual([]);
    expect(findings.map((it) => it.code)).toEqual([code]);
  });

  test('a file in a form that is no catalogue is refused by its ending', async () => {
    const { findings } = await readPhones('%PDF', 'phones.pdf');
    expect(findings[0]?.problem).toContain('this one ends in "pdf"');
  });
});
