import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFont } from '../support/package-font.js';
import { hashes, safeleaf, smallWorkspace, write } from './support/run-safeleaf.js';
import { type Watching, watching } from './support/watching.js';

const CAMPAIGN = 'campaigns/small/campaign.yaml';
const PHONES = 'campaigns/small/phones.csv';
const DECK = 'locales/en-GB/wallet.yaml';
const LOCALE = 'locales/en-GB/locale.yaml';
const CONTACTS = 'locales/contacts/gb.yaml';
const TEMPLATE = 'templates/receipt-wallet-insert/leaflet.hbs';
const STYLE = 'templates/receipt-wallet-insert/style.css';
const FORMAT = 'templates/formats/dl-card.yaml';
const BRAND = 'brand-kits/kite/brand.json';
const LOGO = 'brand-kits/kite/logo.svg';
const PRESS = 'press/coated-fogra39.yaml';
const FONT = 'brand-kits/kite/own.ttf';

/** One save: in a file, every `from` becomes `to`. */
type Edit = readonly [what: string, file: string, from: string | RegExp, to: string];

/** What a person may change, each change on top of those before it. */
const EDITS: readonly Edit[] = [
  ['a word', DECK, 'Enjoy your new phone', 'Enjoy your own phone'],
  ['a letter that no leaflet had', DECK, 'You may want it later', 'You may want it later Ǿ'],
  ['lines above the words', DECK, 'units:', '# one\n# two\nunits:'],
  ['a size', STYLE, 'font-size: 13pt; line-height: 17pt', 'font-size: 12.5pt; line-height: 17pt'],
  ['what the template shows', TEMPLATE, '<icon name="talk" class="pocket-art"></icon>', ''],
  ['a colour of the brand', BRAND, '[100, 80, 20, 45]', '[90, 60, 20, 45]'],
  ['a logo', LOGO, /<path /, '<path transform="translate(1 1)" '],
  ['a row', PHONES, 'Galaxy A17', 'Galaxy A27 with a longer name'],
  ['a number to call', CONTACTS, 'shown: "0800 1111"', 'shown: "0800 11 11"'],
  ['the height of lines', LOCALE, 'lineHeight: 1.3', 'lineHeight: 1.35'],
  ['the condition of the press', PRESS, 'conditionInfo: "Offset,', 'conditionInfo: "Our offset,'],
  ['the title of the campaign', CAMPAIGN, 'title: "Small"', 'title: "Small again"'],
  ['a word, back again', DECK, 'Enjoy your own phone', 'Enjoy your new phone'],
];

const cwd = smallWorkspace();
let watch: Watching;

beforeAll(async () => {
  const shipped = [DECK, LOCALE, CONTACTS, TEMPLATE, STYLE, FORMAT, BRAND, LOGO, PRESS];
  for (const file of shipped) write(cwd, { [file]: readFileSync(file, 'utf8') });
  writeFileSync(join(cwd, FONT), packageFont('nunito/400Regular/Nunito_400Regular.ttf'));
  edit(BRAND, /@expo[^"]*PublicSans_400Regular.ttf/, 'own.ttf');
  watch = watching(['watch', 'small', '--json', '--out', 'kept'], { cwd });
  await watch.round();
});

afterAll(() => watch.kill());

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(cwd, file), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${from} does not stand in ${file}`);
  writeFileSync(join(cwd, file), after);
}

/** Files that a process of its own makes of the workspace as it is. */
function fresh(): Record<string, string> {
  const out = join(cwd, 'fresh');
  rmSync(out, { recursive: true, force: true });
  safeleaf(['build', 'small', '--draft', '--no-cache', '--out', 'fresh'], { cwd });
  return hashes(out);
}

async function expectSame(): Promise<void> {
  const round = await watch.round();
  expect(round.done).toMatchObject({ made: 6 });
  expect(hashes(join(cwd, 'kept'))).toEqual(fresh());
}

for (const [what, file, from, to] of EDITS)
  test(`after a change of ${what} watch has made what a fresh build makes, byte for byte`, async () => {
    edit(file, from, to);
    await expectSame();
  });

test('after another font stands under the name of the first watch has made what a fresh build makes, byte for byte', async () => {
  writeFileSync(join(cwd, FONT), packageFont('nunito/600SemiBold/Nunito_600SemiBold.ttf'));
  await expectSame();
});
