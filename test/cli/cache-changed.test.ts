import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFiles } from '../../src/cache/thin-out.js';
import { packageFont } from '../support/package-font.js';
import { hashesIn, keptRuns, UNCHANGED } from './support/kept-runs.js';
import { readText, safeleaf, smallWorkspace, write } from './support/run-safeleaf.js';

const PHONES = 'campaigns/small/phones.csv';
const DECK = 'locales/en-GB/wallet.yaml';
const STYLE = 'templates/receipt-wallet-insert/style.css';
const BRAND = 'brand-kits/kite/brand.json';
const FONT = 'brand-kits/kite/own.ttf';

const cwd = smallWorkspace();
for (const file of [DECK, STYLE, BRAND]) write(cwd, { [file]: readFileSync(file, 'utf8') });
const { run, out, cache } = keptRuns(cwd);

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readText(cwd, file);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${from} does not stand in ${file}`);
  write(cwd, { [file]: after });
}

/** Builds with what earlier runs kept and without it: both make all anew, and end with the same bytes. */
function expectSame(...more: readonly string[]): void {
  for (const name of ['with', 'without']) rmSync(out(name), { recursive: true, force: true });
  const made = run(['build', 'small', '--out', 'with', ...more]);
  expect(made.err).not.toContain(UNCHANGED);
  const plain = safeleaf(['build', 'small', '--out', 'without', '--no-cache', ...more], { cwd });
  expect(made.code, made.err).toBe(plain.code);
  const wanted = hashesIn(cwd, 'without');
  expect(Object.keys(wanted).filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(0);
  expect(hashesIn(cwd, 'with')).toEqual(wanted);
}

/** Puts a font of the installed packages under the name of the kit's own. */
function ownFont(file: string): void {
  writeFileSync(join(cwd, FONT), packageFont(file));
}

describe('with a filled cache, a run that is made anew has the bytes of one without', () => {
  test('at first, and after a row, a row more, a size and a colour of the brand', () => {
    expectSame('--edition', 'all');
    edit(PHONES, 'Galaxy A17', 'Galaxy A27');
    expectSame('--edition', 'all');
    edit(PHONES, /$/, 'NS-3,Nokia,G22,android,ee,160 x 80 x 28,5,Leeds\n');
    expectSame();
    edit(STYLE, 'font-size: 13pt; line-height: 17pt', 'font-size: 12.5pt; line-height: 17pt');
    expectSame();
    edit(BRAND, '[100, 80, 20, 45]', '[90, 60, 20, 45]');
    expectSame();
  });

  test('after a word, in drafts', () => {
    expectSame('--draft');
    edit(DECK, 'Enjoy your new phone', 'Enjoy your own phone');
    expectSame('--draft');
    edit(DECK, 'Enjoy your own phone', 'Enjoy your new phone');
  });

  test('after another font file under the same name', () => {
    ownFont('nunito/400Regular/Nunito_400Regular.ttf');
    edit(BRAND, /@expo[^"]*PublicSans_400Regular.ttf/, 'own.ttf');
    expectSame();
    ownFont('nunito/600SemiBold/Nunito_600SemiBold.ttf');
    expectSame();
  });

  test('where each entry of the cache is torn', () => {
    const files = cacheFiles(cache);
    expect(files.length).toBeGreaterThan(20);
    for (const { path, size } of files) truncateSync(path, size - 1);
    expectSame();
    edit(PHONES, 'Galaxy A27', 'Galaxy A28');
    expectSame();
  });
});
