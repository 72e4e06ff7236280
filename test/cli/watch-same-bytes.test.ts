import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** Does not fit: a finding names its line. */
const TOO_LONG = `Keep this card ${'and keep it with you '.repeat(40)}`;

/** What a person may change, each change on top of those before it. */
const EDITS: readonly Edit[] = [
  ['a word', DECK, 'Enjoy your new phone', 'Enjoy your own phone'],
  ['a letter that no leaflet had', DECK, 'You may want it later', 'You may want it later Ǿ'],
  ['how long a text is', DECK, 'Keep this card', TOO_LONG],
  ['lines above the words', DECK, 'units:', '# one\n# two\nunits:'],
  ['how long a text is, back again', DECK, TOO_LONG, 'Keep this card'],
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

/** Changes for print: words stay as they were approved. */
const PRINT_EDITS: readonly Edit[] = [
  ['a size', STYLE, 'font-size: 13pt; line-height: 17pt', 'font-size: 12.5pt; line-height: 17pt'],
  ['a colour of the brand', BRAND, '[100, 80, 20, 45]', '[90, 60, 20, 45]'],
  ['a logo', LOGO, /<path /, '<path transform="translate(1 1)" '],
  ['a row', PHONES, 'Galaxy A17', 'Galaxy A27'],
  ['how many rows there are', PHONES, /$/, 'NS-3,Nokia,G22,android,ee,160 x 80 x 28,5,Leeds\n'],
  ['the margin of a format', FORMAT, 'fromTrim: 5', 'fromTrim: 4.5'],
  [
    'a size, back again',
    STYLE,
    'font-size: 12.5pt; line-height: 17pt',
    'font-size: 13pt; line-height: 17pt',
  ],
];

/** A workspace with files of its own in place of shipped ones, and a watch over it. */
class Desk {
  readonly #cwd = smallWorkspace();
  readonly #options: readonly string[];
  #watch: Watching | undefined;

  constructor(options: readonly string[]) {
    this.#options = options;
    const shipped = [DECK, LOCALE, CONTACTS, TEMPLATE, STYLE, FORMAT, BRAND, LOGO, PRESS];
    for (const file of shipped) write(this.#cwd, { [file]: readFileSync(file, 'utf8') });
  }

  async open(): Promise<void> {
    const { draft, build } = this.#arguments();
    this.#watch = watching(['watch', ...build, draft, '--json', '--out', 'kept'], {
      cwd: this.#cwd,
    });
    await this.#watch.round();
  }

  close(): void {
    this.#watch?.kill();
  }

  edit(file: string, from: string | RegExp, to: string): void {
    const before = readFileSync(join(this.#cwd, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${from} does not stand in ${file}`);
    this.put(file, after);
  }

  put(file: string, content: string | Uint8Array): void {
    writeFileSync(join(this.#cwd, file), content);
  }

  /** Waits for the round after a save, and holds what it made against what a process of its own makes. */
  async expectSame(): Promise<void> {
    const round = await this.#watch?.round();
    expect(round?.done.made).toBeGreaterThan(0);
    const out = join(this.#cwd, 'fresh');
    rmSync(out, { recursive: true, force: true });
    const { draft, build } = this.#arguments();
    const drafts = draft === '--draft' ? [draft] : [];
    safeleaf(['build', ...build, ...drafts, '--no-cache', '--out', 'fresh'], { cwd: this.#cwd });
    expect(hashes(join(this.#cwd, 'kept'))).toEqual(hashes(out));
  }

  #arguments() {
    const [draft = '--draft', ...more] = this.#options;
    return { draft, build: ['small', ...more] };
  }
}

// A draft is made in spite of errors, such as a number that is not as its approval has it.
describe.each([
  { what: 'drafts', options: ['--draft'], locales: '["en-GB" ]', edits: EDITS },
  {
    what: 'leaflets for print and for readers, also from right to left',
    options: ['--no-draft', '--edition', 'all'],
    locales: '["en-GB", "ur"]',
    edits: PRINT_EDITS,
  },
])('$what', ({ options, locales, edits }) => {
  const desk = new Desk(options);
  desk.edit(CAMPAIGN, '["en-GB"]', locales);
  desk.put(FONT, packageFont('nunito/400Regular/Nunito_400Regular.ttf'));
  desk.edit(BRAND, /@expo[^"]*PublicSans_400Regular.ttf/, 'own.ttf');
  beforeAll(() => desk.open());
  afterAll(() => desk.close());

  for (const [what, file, from, to] of edits)
    test(`after a change of ${what} are those of a fresh build, byte for byte`, async () => {
      desk.edit(file, from, to);
      await desk.expectSame();
    });

  test('after another font stands under the name of the first are those of a fresh build, byte for byte', async () => {
    desk.put(FONT, packageFont('nunito/600SemiBold/Nunito_600SemiBold.ttf'));
    await desk.expectSame();
  });
});
