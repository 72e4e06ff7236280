import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashes, readJson, readText, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const LONG = 'Galaxy A17 with One Terabyte, Two Batteries and a Very Long Name';

/** Two good phones; one whose name no slot holds, one with letters of no font, one whose row cannot be read. */
const PHONES = `sku,maker,model,os,network,box,quantity,shop
NS-1,Apple,iPhone 17,ios,ee,165 x 85 x 30,100,Leeds
NS-2,Samsung,"${LONG}",android,three,160 x 80 x 28,50,Leeds
NS-3,Apple,iPhone 𐀀,ios,ee,165 x 85 x 30,20,York
NS-4,Apple,iPhone 16,symbian,ee,165 x 85 x 30,20,York
NS-5,Apple,iPhone 16,ios,three,165 x 85 x 30,20,York
`;
const BAD = ['NS-2', 'NS-3', 'NS-4'];

const cwd = smallWorkspace({ 'campaigns/small/phones.csv': PHONES });
const out = (...path: string[]): string => join(cwd, ...path);
const build = (name: string, ...more: string[]) =>
  safeleaf(['build', 'small', '--out', name, ...more], { cwd });

interface Missing {
  readonly sku: string;
  readonly brand: string;
  readonly template: string;
  readonly locale: string;
  readonly why: string;
}

test('by default nothing is made', () => {
  const { code, err } = build('stopped');
  expect(code).toBe(1);
  expect(err).toContain('symbian');
  expect(err).toContain('Nothing was made');
  expect(existsSync(out('stopped'))).toBe(false);
});

test('all records that cannot be made are named at once, with their rows', () => {
  const own = smallWorkspace({
    'campaigns/small/phones.csv': PHONES.replace('iPhone 𐀀', `"${LONG}"`),
  });
  const { code, err } = safeleaf(['build', 'small'], { cwd: own });
  expect(code).toBe(1);
  expect(err).toContain('error[catalogue/bad-records]: 3 phones have leaflets that cannot be made');
  expect(err).toContain('NS-2 (campaigns/small/phones.csv, row 3)');
  expect(err).toContain('NS-3 (campaigns/small/phones.csv, row 4)');
  expect(err).toContain('NS-4 (campaigns/small/phones.csv, row 5)');
  expect(existsSync(join(own, 'out'))).toBe(false);
});

test('set-aside makes the rest with the bytes of a campaign without these rows, and keeps the rows', () => {
  const { code, err } = build('rest', '--on-bad-record', 'set-aside');
  expect(code).toBe(1);
  expect(err).toContain('6 leaflets were not made');
  const manifest = readJson(out('rest'), 'manifest.json');
  expect(manifest.complete).toBe(false);
  expect(manifest.planned).toBe(10);
  const missing: readonly Missing[] = manifest.missing;
  const named = missing.map(({ sku, brand }) => `${sku} ${brand}`).sort();
  expect(named).toEqual(BAD.flatMap((sku) => [`${sku} kite`, `${sku} northstar`]));
  const why = (sku: string) => missing.find((it) => it.sku === sku)?.why;
  expect(why('NS-2')).toMatch(/is \d+\.\d mm wide and its slot/);
  expect(why('NS-3')).toContain('no font has');
  expect(why('NS-4')).toContain('symbian');
  for (const { template, locale } of missing)
    expect([template, locale]).toEqual(['receipt-wallet-insert', 'en-GB']);

  const good = PHONES.split('\n').filter((row) => !BAD.includes(row.slice(0, 4)));
  const own = smallWorkspace({ 'campaigns/small/phones.csv': good.join('\n') });
  expect(safeleaf(['build', 'small', '--out', 'good'], { cwd: own }).code).toBe(0);
  const pdfs = (folder: string) =>
    Object.entries(hashes(folder)).filter(([file]) => file.endsWith('.pdf'));
  expect(pdfs(out('rest'))).toEqual(pdfs(join(own, 'good')));

  const rows = readText(out('rest/set-aside.csv')).replace('\uFEFF', '').split('\r\n');
  expect(rows).toEqual([
    ...PHONES.split('\n').filter((row) => ['sku,', ...BAD].some((it) => row.startsWith(it))),
    '',
  ]);
});

test('verify, merge and pack say that the folder is not whole', () => {
  const verified = safeleaf(['verify', 'rest'], { cwd });
  expect(verified.code).toBe(1);
  expect(verified.err).toContain('error[verify/left-out]');
  for (const sku of BAD) expect(verified.err).toContain(sku);
  const merged = safeleaf(['merge', 'rest', '--out', 'merged'], { cwd });
  expect(merged.code).toBe(1);
  expect(merged.err).toContain('error[merge/left-out]');
  expect(existsSync(out('merged/manifest.json'))).toBe(false);
  const packed = safeleaf(['pack', 'rest'], { cwd });
  expect(packed.code).toBe(1);
  expect(packed.err).toContain('error[pack/unfinished]');
  expect(packed.err).toContain('NS-2');
});

test('once the rows are mended, the same folder becomes whole and the set-aside rows go', () => {
  const mended = PHONES.replace(LONG, 'Galaxy A17').replace('𐀀', '15').replace('symbian', 'ios');
  writeFileSync(out('campaigns/small/phones.csv'), mended);
  try {
    expect(build('rest').code).toBe(0);
    const manifest = readJson(out('rest'), 'manifest.json');
    expect([manifest.complete, manifest.missing, manifest.leaflets.length]).toEqual([
      true,
      undefined,
      10,
    ]);
    expect(existsSync(out('rest/set-aside.csv'))).toBe(false);
  } finally {
    writeFileSync(out('campaigns/small/phones.csv'), PHONES);
  }
});

test('skip makes the rest and keeps no rows', () => {
  expect(build('skipped', '--on-bad-record', 'skip').code).toBe(1);
  const { missing, leaflets } = readJson(out('skipped'), 'manifest.json');
  expect([missing.length, leaflets.length]).toEqual([6, 4]);
  expect(existsSync(out('skipped/set-aside.csv'))).toBe(false);
});
