import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/prove/open-file.js';
import { readOperations } from '../../src/prove/read-operations.js';
import { readPage } from '../../src/prove/read-page.js';
import { readToUnicode } from '../../src/prove/read-to-unicode.js';
import { Name } from '../../src/prove/tokens.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { printed } from './support/card.js';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

async function readPages(bytes: Uint8Array) {
  const { value } = await openFile(bytes, { file: 'x.pdf' });
  if (value === undefined) throw new Error('the file cannot be read');
  const shelf = new Map();
  return value.pages.map((page) => readPage(page, value.allowance, shelf));
}

/** A page with one font of another program, and this content. */
async function pageWith(content: string) {
  const file = await PDFDocument.create();
  const page = file.addPage([300, 300]);
  const font = await file.embedFont(StandardFonts.Helvetica);
  page.node.newFontDictionary('F', font.ref);
  page.node.set(PDFName.of('Resources'), file.context.obj({ Font: { F: font.ref } }));
  page.node.set(PDFName.of('Contents'), file.context.register(file.context.stream(content)));
  const [read] = await readPages(await file.save());
  if (read === undefined) throw new Error('no page');
  return read;
}

describe('text of a page', () => {
  test.skipIf(!hasProgram('pdftotext'))(
    needing('pdftotext', 'is the text that pdftotext takes from what the press writes'),
    async () => {
      const { bytes } = printed();
      const folder = mkdtempSync(join(tmpdir(), 'prove-'));
      try {
        const path = join(folder, 'card.pdf');
        writeFileSync(path, bytes);
        const outside = runProgram('pdftotext', ['-f', '1', '-l', '1', '-raw', path, '-'])
          .out.split(/\s+/)
          .filter(Boolean);
        const [front] = await readPages(bytes);
        const ours = (front?.words ?? []).map(({ text }) => text);
        expect(ours).toHaveLength(outside.length);
        expect([...ours].sort()).toEqual([...outside].sort());
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test('lies where its matrices put it, in mm from the top left', async () => {
    const { words } = await pageWith(
      'q 2 0 0 2 10 20 cm BT /F 6 Tf 1 0 0 1 20 40 Tm (Help) Tj ET Q',
    );
    expect(words.map(({ text }) => text)).toEqual(['Help']);
    expect(words[0]?.x0).toBeCloseTo((50 / 72) * 25.4, 3);
    expect(words[0]?.y).toBeCloseTo((200 / 72) * 25.4, 3);
    expect(words[0]?.size).toBeCloseTo((12 / 72) * 25.4, 3);
  });

  test.each([
    ['kerning leaves a word whole', '[(He) 60 (lp) -40 (line)] TJ', ['Helpline']],
    ['a wide step parts two words', '[(Help) -400 (line)] TJ', ['Help', 'line']],
    ['a new line parts two words', '(Help) Tj 0 -14 Td (line) Tj', ['Help', 'line']],
    ['quotes move to the next line', '14 TL (Help) Tj (me) \' 0 0 (now) "', ['Help', 'me', 'now']],
    ['escapes are characters', '(\\050Help\\)\\\n me) Tj', ['(Help)', 'me']],
    ['hex strings are characters', '<48656C70> Tj', ['Help']],
  ])('%s', async (_, show, expected) => {
    const { words } = await pageWith(`BT /F 12 Tf 50 200 Td ${show} ET`);
    expect(words.map(({ text }) => text)).toEqual(expected);
  });

  test('is what /ActualText says, the outermost where they are nested', async () => {
    const { words } = await pageWith(
      'BT /F 12 Tf 50 200 Td /Span <</ActualText <FEFF00480069>>> BDC (xx) Tj /Span <</ActualText (no)>> BDC (y) Tj EMC EMC ( you) Tj ET',
    );
    expect(words.map(({ text }) => text)).toEqual(['Hi', 'you']);
  });

  test('keeps its ink and overprint, and what a q saved comes back with Q', async () => {
    const { words } = await pageWith(
      '0 0 0 1 k BT /F 12 Tf 50 200 Td (a) Tj ET q 1 0 0 rg BT 50 100 Td (b) Tj ET Q BT 50 50 Td (c) Tj ET',
    );
    expect(words.map(({ paint }) => [paint.space, paint.values])).toEqual([
      ['DeviceCMYK', [0, 0, 0, 1]],
      ['DeviceRGB', [1, 0, 0]],
      ['DeviceCMYK', [0, 0, 0, 1]],
    ]);
  });

  test('is read past an inline image', async () => {
    const { words } = await pageWith(
      'BI /W 1 /H 1 /BPC 8 /CS /G ID (\u0000\u00ff EI BT /F 12 Tf 50 200 Td (Help) Tj ET',
    );
    expect(words.map(({ text }) => text)).toEqual(['Help']);
  });
});

describe('the map of a font to text', () => {
  test('holds single codes, ranges and lists', () => {
    const map = readToUnicode(
      bytesOf(
        '2 beginbfchar <0003> <0020> <0041> <00660069> endbfchar 2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<0061> <D83DDE00>] endbfrange',
      ),
    );
    expect([...map]).toEqual([
      [3, ' '],
      [65, 'fi'],
      [16, '0'],
      [17, '1'],
      [18, '2'],
      [32, 'a'],
      [33, '😀'],
    ]);
  });

  test('with a range of four thousand million codes ends', () => {
    const map = readToUnicode(bytesOf('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange'));
    expect(map.size).toBeLessThanOrEqual(65_536);
  });
});

/** The operands that a text gives. */
const only = (text: string) => [...readOperations(bytesOf(`${text} Tj`))][0]?.operands;

describe('a content stream', () => {
  test('gives its operators with their operands', () => {
    const read = [
      ...readOperations(bytesOf('/A#20B <</C [1 -.5 true null]>> BDC % no more\n1 0 0 rg')),
    ];
    expect(read.map(({ operator }) => operator)).toEqual(['BDC', 'rg']);
    expect(read[0]?.operands[0]).toEqual(new Name('A B'));
    expect(read[0]?.operands[1]).toEqual(new Map([['C', [1, -0.5, true, null]]]));
  });

  test.each([
    ['0', 0],
    ['-0', -0],
    ['+17', 17],
    ['5.', 5],
    ['.25', 0.25],
    ['-.002', -0.002],
    ['123456789012345', 123456789012345],
    ['1234567890.1234567', 1234567890.1234567],
    ['0.1', 0.1],
  ])('reads the number %s', (text, number) => {
    expect(only(text)).toEqual([number]);
  });

  test('reads any decimal number as the language does', () => {
    const decimal = fc.tuple(
      fc.constantFrom('', '-', '+'),
      fc.stringMatching(/^[0-9]{0,20}$/),
      fc.stringMatching(/^(?:\.[0-9]{0,20})?$/),
    );
    fc.assert(
      fc.property(decimal, ([sign, whole, part]) => {
        fc.pre(/[0-9]/.test(whole + part));
        expect(only(sign + whole + part)).toEqual([Number(sign + whole + part)]);
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });

  test.each(['1.2.3', '--5', '-', '.', '1-2', '12x'])('takes %s for no number', (text) => {
    expect([...readOperations(bytesOf(text))]).toEqual([{ operator: text, operands: [] }]);
  });

  test.each([
    ['<48 656C6c6F>', 'Hello'],
    ['<484>', 'H@'],
    ['<>', ''],
    ['<4g8>', 'H'],
  ])('reads the string %s', (text, shown) => {
    expect(only(text)).toEqual([new Uint8Array(bytesOf(shown))]);
  });

  test('of any bytes ends without an exception', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '<',
      '>',
      '<<',
      '>>',
      '[',
      ']',
      '/',
      '%',
      ' BI ',
      ' ID ',
      '\\',
      '1',
      ' Tj ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((it) => it.join('')),
    );
    fc.assert(
      fc.property(text, (content) => {
        expect([...readOperations(Buffer.from(content))].length).toBeLessThanOrEqual(
          content.length * 4 + 1,
        );
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });

  test('that opens a hundred thousand brackets ends', () => {
    expect([...readOperations(bytesOf('['.repeat(100_000)))]).toBeDefined();
    expect([...readOperations(bytesOf('<<'.repeat(100_000)))]).toBeDefined();
  });
});
