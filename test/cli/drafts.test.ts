import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  hashes,
  readJson,
  readText,
  safeleaf,
  smallWorkspace,
  write,
} from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const PICTURES = ['wallet_northstar_en-GB_1.png', 'wallet_kite_en-GB_1.png', 'contact-sheet.png'];
let drafts: Record<string, string>;

beforeAll(() => {
  const ended = safeleaf(['build', 'small', '--draft', '--out', 'whole'], { cwd });
  expect(ended.code).toBe(0);
  expect(ended.out.trim().split('\n')).toHaveLength(6 + PICTURES.length);
  expect(ended.err).toContain('Next: look at whole/draft/contact-sheet.png');
  drafts = hashes(join(cwd, 'whole'));
});

/** The share of pixels that are neither the ground nor paper: what is printed. */
async function inked(path: string): Promise<number> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    if (Math.max(r, g, b) - Math.min(r, g, b) > 8 || r < 0xd8) count += 1;
  }
  return count / (info.width * info.height);
}

describe('a draft', () => {
  test('has a picture of each form, both sides one under the other, about the size of the leaflet', async () => {
    const { width = 0, height = 0 } = await sharp(
      join(cwd, 'whole/draft/wallet_kite_en-GB_1.png'),
    ).metadata();
    // A DL card, 99 x 210 mm, twice, at 110 dpi, with the ground round it.
    expect(width).toBeGreaterThan((99 / 25.4) * 110);
    expect(width).toBeLessThan((120 / 25.4) * 110);
    expect(height).toBeGreaterThan((420 / 25.4) * 110);
    expect(await inked(join(cwd, 'whole/draft/wallet_kite_en-GB_1.png'))).toBeGreaterThan(0.1);
  });

  test('has one sheet with all its forms', async () => {
    const sheet = join(cwd, 'whole/draft/contact-sheet.png');
    const { width = 0 } = await sharp(sheet).metadata();
    expect(width).toBeLessThanOrEqual(4000);
    expect(await inked(sheet)).toBeGreaterThan(0.05);
  });

  test('lists its pictures in a manifest of its own, and touches no record of print', () => {
    expect(Object.keys(drafts).every((file) => file.startsWith('draft/'))).toBe(true);
    const manifest = readJson(cwd, 'whole/draft/manifest.json');
    expect(manifest.draft).toBe(true);
    expect(manifest.pictures.map(({ file }: { file: string }) => file)).toEqual(PICTURES);
    for (const { file, sha256 } of manifest.pictures) expect(drafts[`draft/${file}`]).toBe(sha256);
  });

  test('made a second time has the same bytes, pictures and all', () => {
    safeleaf(['build', 'small', '--draft', '--out', 'again'], { cwd, env: { TZ: 'Asia/Tokyo' } });
    expect(hashes(join(cwd, 'again'))).toEqual(drafts);
  });

  test('made in two parts in one folder is the whole, its sheet too', () => {
    for (const part of ['1/2', '2/2'])
      safeleaf(['build', 'small', '--draft', '--out', 'parts', '--shard', part], { cwd });
    expect(hashes(join(cwd, 'parts'))).toEqual(drafts);
  });

  test('of fewer brands takes away the pictures and leaflets that are no longer made', () => {
    const campaign = readText(cwd, 'campaigns/small/campaign.yaml');
    write(cwd, {
      'campaigns/less/campaign.yaml': campaign.replace('["northstar", "kite"]', '["kite"]'),
      'campaigns/less/phones.csv': readText(cwd, 'campaigns/small/phones.csv'),
    });
    safeleaf(['build', 'small', '--draft', '--out', 'fewer'], { cwd });
    const folder = join(cwd, 'fewer/draft');
    write(folder, { 'mine.png': 'a file of somebody else', 'left.pdf.unfinished': 'half' });
    // The same folder, as if the brand had been taken out of the campaign.
    const ended = safeleaf(['build', 'less', '--draft', '--out', 'fewer'], { cwd });
    expect(ended.err).toContain('note[output/removed]');
    const left = readdirSync(folder);
    expect(left).not.toContain('wallet_northstar_en-GB_1.png');
    expect(left.filter((name) => name.includes('small_'))).toEqual([]);
    expect(left.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    expect(left).toContain('mine.png');
  });
});

describe('a draft of words that do not fit', () => {
  const tooLong = smallWorkspace();

  beforeAll(() => {
    const shipped = new URL('../../locales/en-GB/', import.meta.url);
    write(tooLong, { 'locales/en-GB/README.md': '' });
    copyFileSync(
      new URL('wallet.approval.json', shipped),
      join(tooLong, 'locales/en-GB/wallet.approval.json'),
    );
    const words = readText(new URL('wallet.yaml', shipped).pathname);
    const more = ' Keep it where you will find it again.'.repeat(9);
    write(tooLong, {
      'locales/en-GB/wallet.yaml': words.replace(
        /(id: "front\.keep"\n\s+text: "[^"]*)/,
        `$1${more}`,
      ),
    });
  });

  test('is made all the same, and says where, and that print is stopped', () => {
    const ended = safeleaf(['build', 'small', '--draft'], { cwd: tooLong });
    expect(ended.err).toMatch(/locales\/en-GB\/wallet\.yaml:\d+: error\[layout\//);
    expect(ended.err).toContain('Print is stopped');
    expect(ended.code).toBe(1);
    expect(existsSync(join(tooLong, 'out/small/draft/contact-sheet.png'))).toBe(true);
    expect(readJson(tooLong, 'out/small/draft/findings.json').length).toBeGreaterThan(0);
  });

  test('says nothing to print, which makes no file', () => {
    rmSync(join(tooLong, 'out'), { recursive: true, force: true });
    const ended = safeleaf(['build', 'small'], { cwd: tooLong });
    expect(ended.err).toContain('error[approval/changed]');
    expect(ended.err).toContain('Nothing was made');
    expect(ended.code).toBe(1);
    expect(existsSync(join(tooLong, 'out'))).toBe(false);
  });

  test('with a character that no font has cannot be drawn, and says which', () => {
    const words = readText(tooLong, 'locales/en-GB/wallet.yaml');
    const odd = smallWorkspace({
      'locales/en-GB/wallet.yaml': words.replace('Enjoy your', 'Enjoy 𓂀 your'),
    });
    const ended = safeleaf(['build', 'small', '--draft'], { cwd: odd });
    expect(ended.err).toContain('error[text/no-glyph]');
    expect(ended.code).toBe(1);
  });
});
