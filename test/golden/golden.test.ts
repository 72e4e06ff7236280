import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadWord } from '../../src/prove/gather-words.js';
import { openFile } from '../../src/prove/open-file.js';
import { readPage } from '../../src/prove/read-page.js';
import { textWords } from '../../src/prove/spoken.js';
import { type DemoLeaflet, demoPages, IS_FULL } from '../support/demo-pages.js';
import type { DescribedLine, DescribedPage } from '../support/describe-leaflet.js';
import { pageText } from '../support/page-text.js';

/** Both pieces, both brands, all four locales, each at least once. */
const GOLDEN = [
  'parent-trifold northstar en-GB',
  'parent-trifold kite ur',
  'receipt-wallet-insert kite cy',
  'receipt-wallet-insert northstar pl',
];

const { everyForm } = await demoPages();
const leaflets = everyForm.filter((it) =>
  GOLDEN.includes(`${it.template} ${it.brand} ${it.locale}`),
);

test('the golden leaflets are all made', () => {
  expect(leaflets).toHaveLength(GOLDEN.length);
});

describe.each(leaflets)('$template, $brand, $locale', (leaflet) => {
  // All phones make other forms and longer values than the sample, and page.txt is of the sample.
  test.skipIf(IS_FULL)('looks as page.txt says (UPDATE_GOLDEN=1 writes it anew)', () => {
    const folder = join(
      import.meta.dirname,
      `${leaflet.template}_${leaflet.brand}_${leaflet.locale}`,
    );
    const file = join(folder, 'page.txt');
    const now = pageText(leaflet);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, now);
    }
    expect(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
    expect(now).toBe(readFileSync(file, 'utf8'));
  });

  test('has in its finished file every word where layout put it', async () => {
    const pages = await readWords(leaflet);
    expect(pages).toHaveLength(leaflet.pages.length);
    const misplaced = leaflet.pages.flatMap((page, at) =>
      misplacedWords(page, pages[at] ?? []).map((it) => `page ${at + 1}: ${it}`),
    );
    expect(misplaced).toEqual([]);
  });
});

/** Words of each page as the proof reads them from the bytes, mm from the trim's top left. */
async function readWords({ file }: DemoLeaflet): Promise<(readonly ReadWord[])[]> {
  const { value } = await openFile(new Uint8Array(readFileSync(file)), { file });
  if (!value) throw new Error(`${file} cannot be read back`);
  const shelf = new Map();
  return value.pages.map((page) => readPage(page, value.allowance, shelf).words);
}

/** How far a word may stand from its place, mm: glyphs move in whole thousandths of their size. */
const NEAR = 0.1;

/** Nastaliq words hang from above the line, and a last ے runs back under its word: shares of the size. */
const [FALL, REACH] = [1.6, 1];

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

function misplacedWords(page: DescribedPage, found: readonly ReadWord[]): string[] {
  const lines = page.texts.flatMap((text) => text.lines);
  expect(lines.length).toBeGreaterThan(10);
  return lines.flatMap((line) =>
    line.words
      .filter((word) => !found.some((it) => isThere(it, word, line)))
      .map(({ text, x }) => `${text} at ${x.toFixed(2)}, ${line.baseline.toFixed(2)}`),
  );
}

function isThere(
  found: ReadWord,
  { text, x, width }: { text: string; x: number; width: number },
  { baseline, sizes }: DescribedLine,
): boolean {
  if (textWords(text)[0] !== found.text) return false;
  const size = (Math.max(...sizes) / 72) * 25.4;
  const hangs = RIGHT_TO_LEFT.test(text);
  const [along, down] = hangs ? [REACH * size, FALL * size] : [NEAR, NEAR];
  const isLevel = Math.abs(found.y - baseline) <= down;
  return isLevel && Math.abs(found.x0 - x) <= along && Math.abs(found.x1 - x - width) <= along;
}
