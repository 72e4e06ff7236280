import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/pack/ticket.js';
import { sha256Hex } from '../../src/units/hash.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { eventsOf, readJson, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const TAG = `title: "Tags & <labels>"
demonstration: true
market: "GB"
shelfLifeDays: 180
press: "coated-fogra39"
catalogue: ["phones.csv"]
sender: { name: "Asha in Print", email: "print@northstar.example" }
leaflets:
  - template: "hang-tag"
    brands: ["northstar"]
    locales: ["en-GB"]
trust: []
`;
const ONE_PHONE = 'sku,maker,model,os,network,quantity\nNS-1,Apple,iPhone 17,ios,ee,7\n';

const cwd = smallWorkspace({
  'campaigns/tags/campaign.yaml': TAG,
  'campaigns/tags/phones.csv': ONE_PHONE,
});
const at = (name: string): string => join(cwd, name);
const pack = (folder: string, ...more: string[]) => safeleaf(['pack', folder, ...more], { cwd });
const zipped = (name: string) => unzipSync(readFileSync(at(name)));
const textOf = (files: Record<string, Uint8Array>, name: string): string =>
  Buffer.from(files[name] ?? []).toString('utf8');
const ticketOf = (files: Record<string, Uint8Array>): Ticket =>
  Ticket.parse(JSON.parse(textOf(files, 'ticket.json')));
const codesOf = (out: string): unknown[] =>
  eventsOf(out)
    .filter(({ event }) => event === 'finding')
    .map(({ code }) => code);

beforeAll(() => {
  expect(safeleaf(['build', 'small', '--out', 'made'], { cwd }).code).toBe(0);
  expect(safeleaf(['build', 'tags', '--out', 'tags'], { cwd }).code).toBe(0);
});

describe('pack', () => {
  test('puts the PDFs as they were made, a sheet, tickets and checksums into one ZIP', () => {
    const ended = pack('made');
    expect(ended.err).toContain('6 leaflets, 340 copies to print');
    expect(ended.out.trim()).toBe('made/small-print.zip');
    expect(ended.code).toBe(0);
    const files = zipped('made/small-print.zip');
    const ticket = ticketOf(files);
    expect(ticket.files).toHaveLength(6);
    for (const { file, sha256 } of ticket.files) {
      expect(sha256Hex(files[file] ?? new Uint8Array())).toBe(sha256);
      expect(sha256Hex(readFileSync(at(`made/${file}`)))).toBe(sha256);
    }
    const papers = ['sheet.pdf', 'ticket.json', 'ticket.xjdf'];
    const sums = textOf(files, 'checksums.txt').trim().split('\n');
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      [...ticket.files.map(({ file }) => file), ...papers].sort(),
    );
    for (const line of sums)
      expect(sha256Hex(files[line.slice(66)] ?? new Uint8Array())).toBe(line.slice(0, 64));
  });

  test('says in the ticket what a printer must know', () => {
    expect(pack('made').code).toBe(0);
    const { pieces, versions, leaflets, demonstration, press } = ticketOf(
      zipped('made/small-print.zip'),
    );
    expect(demonstration).toBe(true);
    expect(press.condition).toBe('FOGRA39');
    expect(pieces).toHaveLength(1);
    expect(pieces[0]).toMatchObject({
      flat: { width: 99, height: 210 },
      finished: { width: 99, height: 210 },
      pages: 2,
      fold: { kind: 'none', catalog: 'F2-1', steps: [] },
      stock: { from: 300, to: 350 },
      quantity: 340,
    });
    expect(versions.map(({ brand, quantity, plates }) => [brand, quantity, plates.at(-1)])).toEqual(
      [
        ['northstar', 170, 'Northstar Amber'],
        ['kite', 170, 'Black'],
      ],
    );
    expect(leaflets.map(({ pages }) => pages)).toEqual(Array(6).fill([1, 2]));
  });

  test('the same folder gives the same bytes, whatever the zone', () => {
    const made = ['UTC', 'Asia/Tokyo', 'America/St_Johns'].map((TZ, nth) => {
      const args = ['pack', 'made', '--out', `zone-${nth}`];
      expect(safeleaf(args, { cwd, env: { TZ } }).code).toBe(0);
      return sha256Hex(readFileSync(at(`zone-${nth}/small-print.zip`)));
    });
    expect(new Set(made).size).toBe(1);
  });

  test('one file of many leaflets goes along, and each leaflet names its pages', () => {
    expect(safeleaf(['build', 'small', '--out', 'one', '--one-file'], { cwd }).code).toBe(0);
    expect(pack('one').code).toBe(0);
    const files = zipped('one/small-print.zip');
    const { leaflets, files: packed } = ticketOf(files);
    expect(packed).toHaveLength(2);
    const first = leaflets.filter(({ file }) => file === packed[0]?.file);
    expect(first.map(({ pages }) => pages)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(pack('one', '--n-up', '--out', 'one-sheets').code).toBe(0);
    expect(pack('made', '--n-up', '--out', 'made-sheets').code).toBe(0);
    const piles = (name: string) => ticketOf(zipped(name)).nUp?.piles.map((it) => it.leaflets);
    expect(piles('one-sheets/small-n-up.zip')).toEqual(piles('made-sheets/small-n-up.zip'));
  });

  test('XML holds names with angle brackets, and the sender stands on the sheet', () => {
    expect(pack('tags').code).toBe(0);
    const files = zipped('tags/tags-print.zip');
    const xjdf = textOf(files, 'ticket.xjdf');
    expect(xjdf).toContain('DescriptiveName="Tags &amp; &lt;labels&gt; (demonstration');
    expect(xjdf).toContain('ProductType="Label"');
    expect(ticketOf(files).sender).toEqual({
      name: 'Asha in Print',
      email: 'print@northstar.example',
    });
    expect(ticketOf(files).pieces[0]?.processingSteps).toEqual(['CutContour']);
  });

  const unzip = needing('unzip', 'unzip and sha256sum find the ZIP whole');
  test.skipIf(!hasProgram('unzip') || !hasProgram('sha256sum'))(unzip, () => {
    expect(pack('made', '--out', 'outside').code).toBe(0);
    const zip = at('outside/small-print.zip');
    expect(runProgram('unzip', ['-t', zip]).out).toContain('No errors detected');
    expect(runProgram('unzip', ['-q', zip, '-d', at('outside/un')]).status).toBe(0);
    const sums = ['-c', 'cd "$1" && sha256sum -c --quiet checksums.txt', 'sh', at('outside/un')];
    expect(runProgram('sh', sums).status).toBe(0);
  });

  const xmllint = needing('xmllint', 'xmllint finds the ticket well-formed');
  test.skipIf(!hasProgram('xmllint'))(xmllint, () => {
    expect(pack('tags', '--out', 'xml').code).toBe(0);
    writeFileSync(at('xml/ticket.xjdf'), textOf(zipped('xml/tags-print.zip'), 'ticket.xjdf'));
    expect(runProgram('xmllint', ['--noout', at('xml/ticket.xjdf')]).status).toBe(0);
  });

  const read = needing('pdftotext', 'the sheet reads as what the printer must know');
  test.skipIf(!hasProgram('pdftotext'))(read, () => {
    expect(pack('tags', '--out', 'sheet').code).toBe(0);
    writeFileSync(at('sheet/sheet.pdf'), zipped('sheet/tags-print.zip')['sheet.pdf'] ?? '');
    const { out } = runProgram('pdftotext', ['-layout', at('sheet/sheet.pdf'), '-']);
    for (const said of [
      'Tags & <labels>',
      'Demonstration, not for distribution',
      'Asha in Print, print@northstar.example',
      'FOGRA39',
      '74 × 105 mm, bleed 3 mm',
      '350 to 600 g/m²',
      'CMYK + Northstar Amber (northstar)',
      'CutContour: plates that are not printed',
      'NS-1',
    ])
      expect(out).toContain(said);
  });
});

describe('pack --n-up', () => {
  const qpdf = needing('qpdf', 'gives sheets of SRA3 with as many copies as the catalogue says');
  test.skipIf(!hasProgram('qpdf'))(qpdf, () => {
    expect(pack('made', '--n-up', '--flip', 'short', '--out', 'shop').code).toBe(0);
    const files = zipped('shop/small-n-up.zip');
    const { nUp, files: packed, leaflets } = ticketOf(files);
    expect(nUp?.flip).toBe('short');
    expect(Object.keys(files).some((name) => name.startsWith('print/'))).toBe(false);
    expect(leaflets.every(({ file }) => file === undefined)).toBe(true);
    // Four up: 170 copies take 43 sheets, of two sides.
    expect(nUp?.piles.map(({ up, sheets, leaflets: of }) => [up, sheets, of])).toEqual([
      [4, 43, 170],
      [4, 43, 170],
    ]);
    for (const { file } of packed) {
      const pdf = at(`shop/${file.split('/')[1]}`);
      writeFileSync(pdf, files[file] ?? '');
      expect(runProgram('qpdf', ['--show-npages', pdf]).out.trim()).toBe('86');
      expect(runProgram('qpdf', ['--check', pdf]).status).toBe(0);
    }
  });

  test('leaves out what a die cuts, says so, and refuses where nothing is left', () => {
    const ended = pack('tags', '--n-up', '--json');
    expect(codesOf(ended.out)).toEqual(
      expect.arrayContaining(['pack/die-cut', 'pack/nothing-to-impose', 'pack/demonstration']),
    );
    expect(ended.code).toBe(1);
    expect(() => zipped('tags/tags-n-up.zip')).toThrow();
  });
});

describe('pack refuses', () => {
  const copyOf = (name: string, change: (manifest: Record<string, unknown>) => object) => {
    cpSync(at('made'), at(name), { recursive: true });
    const manifest = readJson(at(name), 'manifest.json');
    writeFileSync(at(`${name}/manifest.json`), JSON.stringify(change(manifest)));
    return pack(name, '--json', '--out', `${name}-zip`);
  };

  test('a folder without a manifest, a run that did not finish, a part of a run', () => {
    expect(codesOf(pack('campaigns', '--json').out)).toEqual(['pack/no-manifest']);
    const unfinished = copyOf('unfinished', (it) => ({ ...it, complete: false }));
    expect(codesOf(unfinished.out)).toEqual(['pack/unfinished']);
    const part = copyOf('part', (it) => ({ ...it, planned: 7, shard: { part: 1, of: 2 } }));
    expect(codesOf(part.out)).toEqual(['pack/missing']);
    expect(part.code).toBe(1);
    expect(() => zipped('part-zip/small-print.zip')).toThrow();
  });

  test('drafts and the reader edition', () => {
    expect(safeleaf(['build', 'small', '--draft', '--out', 'drafts'], { cwd }).code).toBe(0);
    expect(codesOf(pack('drafts/draft', '--json').out)).toEqual(['pack/not-for-press']);
    const build = ['build', 'small', '--edition', 'reader', '--out', 'readers'];
    expect(safeleaf(build, { cwd }).code).toBe(0);
    expect(codesOf(pack('readers/reader', '--json').out)).toEqual(['pack/not-for-press']);
  });

  test('a file that was changed or is gone, each by name', () => {
    cpSync(at('made'), at('changed'), { recursive: true });
    const [first, second] = readJson(at('changed'), 'manifest.json').leaflets;
    writeFileSync(at(`changed/${first.file}`), 'another');
    rmSync(at(`changed/${second.file}`));
    const ended = pack('changed', '--json');
    expect(codesOf(ended.out)).toEqual(['pack/changed', 'pack/changed']);
    expect(ended.out).toContain('the file is not as it was made');
    expect(ended.out).toContain('the file is not there');
  });

  test('a manifest that leads out of the folder, or says less than a printer must know', () => {
    const sly = copyOf('sly', ({ leaflets, ...rest }) => ({
      ...rest,
      leaflets: (leaflets as object[]).map((it) => ({ ...it, file: '../made/manifest.json' })),
    }));
    expect(codesOf(sly.out)).toEqual(['pack/no-manifest']);
    const older = copyOf('older', ({ press: _, ...rest }) => rest);
    expect(codesOf(older.out)).toEqual(['pack/no-manifest']);
    const named = copyOf('named', (it) => ({ ...it, campaign: '../elsewhere' }));
    expect(codesOf(named.out)).toEqual(['pack/no-manifest']);
  });
});
