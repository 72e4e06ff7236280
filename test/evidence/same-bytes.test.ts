import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = new URL('../..', import.meta.url).pathname;
const CATALOGUE = `sku,maker,model,os,network,box,ean,quantity,shop
NS-1,Apple,iPhone 17,iOS,EE,165 x 85 x 30,4006381333931,100,Leeds
NS-2,Samsung,Galaxy S26,Android,O2,160 x 80 x 28,,50,Leeds
`;
const CAMPAIGN = `title: "Two phones"
demonstration: true
market: GB
shelfLifeDays: 30
press: coated-fogra39
catalogue: phones.csv
leaflets:
  - template: parent-trifold
    brands: [northstar]
    locales: [ur]
  - template: receipt-wallet-insert
    brands: [kite]
    locales: [en-GB]
`;

const workspace = mkdtempSync(join(tmpdir(), 'safeleaf-bytes-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** Runs the built command line in a process of its own, as a user does. */
async function build(out: string, env: Record<string, string>, ...more: string[]) {
  const folder = join(workspace, out);
  const args = ['build', 'two', '--workspace', workspace, '--out', folder, ...more];
  await promisify(execFile)(process.execPath, [join(PROJECT, 'bin/safeleaf.js'), ...args], {
    cwd: workspace,
    env: { ...process.env, ...env },
  });
  return hashesOf(join(folder, 'print'));
}

const hashesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        return [name, createHash('sha256').update(bytes).digest('hex')];
      }),
  );

/** 25 hours apart, so that it is never the same day in both; and a language that sorts in another way. */
const EAST = { TZ: 'Pacific/Kiritimati', LC_ALL: 'en_GB.UTF-8' };
const WEST = { TZ: 'Pacific/Pago_Pago', LC_ALL: 'et_EE.UTF-8' };

describe('the same campaign', () => {
  let east: Record<string, string> = {};

  beforeAll(async () => {
    for (const [path, text] of [
      ['campaigns/two/campaign.yaml', CAMPAIGN],
      ['campaigns/two/phones.csv', CATALOGUE],
    ] as const) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    east = await build('east', EAST);
  });

  test('makes a file for each phone, locale and piece, no two alike', () => {
    expect(Object.keys(east)).toHaveLength(4);
    expect(new Set(Object.values(east)).size).toBe(4);
  });

  test('gives the same bytes on the two sides of the date line', async () => {
    expect(await build('west', WEST)).toEqual(east);
  });

  test('gives one leaflet the bytes that it has in the whole', async () => {
    const only = ['--only', 'sku=NS-2', '--only', 'locale=ur', '--only', 'brand=northstar'];
    const one = await build('one', WEST, ...only);
    expect(Object.keys(one)).toHaveLength(1);
    expect(east).toMatchObject(one);
  });

  test('gives the same files in parts as in one go', async () => {
    const parts = [
      await build('first', EAST, '--shard', '1/2'),
      await build('second', WEST, '--shard', '2/2'),
    ];
    for (const part of parts) expect(Object.keys(part)).toHaveLength(2);
    expect({ ...parts[0], ...parts[1] }).toEqual(east);
  });
});
