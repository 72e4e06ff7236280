import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Certifier } from '../../src/batch/certifier.js';
import { qrSymbol } from '../../src/codes/qr-symbol.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import type { LaidOutForm, PanelItem, TextItem } from '../../src/layout/laid-out.js';
import { openPressFor, prepare, type Ready } from '../../src/pipeline.js';
import { openProver } from '../../src/prove/open-prover.js';
import type { Glyph, SetParagraph } from '../../src/typeset/set-paragraph.js';
import type { FileRead } from '../../src/world.js';
import { DEMO_DAY } from '../support/demo-pages.js';
import { fakeWorld } from '../support/fake-world.js';

const PROJECT = new URL('../..', import.meta.url).pathname;
const RUN = { draft: false, toolVersion: '0.0.0' };

const CAMPAIGN = 'campaigns/two/campaign.yaml';
const PHONES = 'campaigns/two/phones.csv';
const DECK = 'locales/en-GB/wallet.yaml';
const REGISTER = 'locales/contacts/gb.yaml';
const TEMPLATE = 'templates/receipt-wallet-insert/leaflet.hbs';
const STYLE = 'templates/receipt-wallet-insert/style.css';
const APPROVAL = 'locales/en-GB/wallet.approval.json';

/** One card for one phone: the words, contacts, kit and template that ship. */
const OWN: Readonly<Record<string, string>> = {
  [CAMPAIGN]: `title: "One card"
demonstration: true
market: GB
shelfLifeDays: 30
press: coated-fogra39
catalogue: phones.csv
leaflets:
  - template: receipt-wallet-insert
    brands: [northstar]
    locales: [en-GB]
`,
  [PHONES]: `sku,maker,model,os,network,box,ean,quantity,shop
NS-1,Apple,iPhone 17,iOS,EE,165 x 85 x 30,4006381333931,100,Leeds
`,
};

type Edit = (text: string) => string;

/** Puts a text in a file's place; what it replaces must stand there. */
const put =
  (before: string | RegExp, after: string): Edit =>
  (text) => {
    const edited = text.replace(before, after);
    expect(edited, String(before)).not.toBe(text);
    return edited;
  };

/** Leaves a file out. */
const takenAway: Edit = () => '';

/** The workspace with these files edited. */
function worldWith(edits: Readonly<Record<string, Edit>>) {
  const files: Record<string, string> = { ...OWN };
  for (const [path, edit] of Object.entries(edits))
    files[path] = edit(files[path] ?? readFileSync(join(PROJECT, path), 'utf8'));
  const world = fakeWorld(files, { shipped: true, today: DEMO_DAY });
  const isThere = (path: string) => edits[path] !== takenAway;
  return {
    ...world,
    read: (path: string, limit?: number): FileRead =>
      isThere(path) ? world.read(path, limit) : { kind: 'missing' },
    list: (pattern: string) => world.list(pattern).filter(isThere),
  };
}

/** Runs the whole way, as `build` does; what the press draws may be other than what was judged. */
async function print(
  edits: Readonly<Record<string, Edit>>,
  misdraw: (form: LaidOutForm) => LaidOutForm = (form) => form,
) {
  const world = worldWith(edits);
  const { value: ready, findings } = await prepare(world, 'two', RUN);
  if (!ready) return judged(findings, 0);
  const drawn: Ready = { ...ready, forms: ready.forms.map(misdraw) };
  const certifier = new Certifier(ready, openPressFor(drawn, RUN), await openProver({ world }));
  const certified = await Promise.all(ready.plan.leaflets.map((it) => certifier.certify(it)));
  const all = [...findings, ...certified.flatMap((it) => it.findings)];
  return judged(all, certified.filter(({ file }) => file !== undefined).length);
}

const judged = (findings: readonly Finding[], files: number) => ({
  files,
  errors: findings.filter(({ severity }) => severity === 'error'),
  codes: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
});

/** A campaign like any other: not the demonstration. */
const noDemonstration = put(
  'demonstration: true\n',
  `printOn: ${DEMO_DAY}
trust:
  - name: "A charity"
    publicKey: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
`,
);

test('a card that keeps every rule is printed', async () => {
  expect(await print({})).toEqual({ files: 1, errors: [], codes: [] });
});

describe('rule 1: only approved words are printed', () => {
  test('a sentence that was edited after its approval stops print, with both wordings', async () => {
    const { files, errors } = await print({ [DECK]: put('Phones are great.', 'Phones are fun.') });
    expect(files).toBe(0);
    expect(errors.map(({ code }) => code)).toEqual(['approval/changed']);
    expect(errors[0]?.problem).toMatch(/great.*fun/s);
  });

  test('even a space more is not what was approved', async () => {
    const { files, codes } = await print({
      [DECK]: put('Phones are great.', 'Phones are  great.'),
    });
    expect(files).toBe(0);
    expect(codes).toEqual(['approval/changed']);
  });

  test('a sentence added to the deck and its panel is not covered by the approval', async () => {
    const { files, codes } = await print({
      [DECK]: put(
        '  - id: "front.keep"',
        '  - id: "front.more"\n    text: "Ask us."\n  - id: "front.keep"',
      ),
      [TEMPLATE]: put('<p class="keep">', '<p>{{copy.front.more}}</p><p class="keep">'),
    });
    expect(files).toBe(0);
    expect(codes).toContain('approval/not-covered');
  });

  test('an approval that somebody edited is no approval', async () => {
    const { files, codes } = await print({ [APPROVAL]: put(/"endsOn": "\d+/, '"endsOn": "2099') });
    expect(files).toBe(0);
    expect(codes).toEqual(['approval/other-bytes']);
  });

  test('an approval that ends before the leaflets leave the shops stops print', async () => {
    const { files, codes } = await print({ [CAMPAIGN]: put('Days: 30', 'Days: 3650') });
    expect(files).toBe(0);
    expect(codes).toEqual(['approval/expired']);
  });

  test('no approval, no print', async () => {
    const { files, codes } = await print({ [APPROVAL]: takenAway });
    expect(files).toBe(0);
    expect(codes).toEqual(['approval/missing']);
  });

  test('words of the template itself stop print', async () => {
    const { files, codes } = await print({
      [TEMPLATE]: put('<p class="keep">', '<p class="keep">Free gift! '),
    });
    expect(files).toBe(0);
    expect(codes).toEqual(['template/own-words']);
  });

  test('words that a style sheet would add stop print', async () => {
    const { files, codes } = await print({
      [STYLE]: (text) => `${text}\n.keep { content: "Free gift!"; }\n`,
    });
    expect(files).toBe(0);
    expect(codes.some((code) => code.startsWith('css/'))).toBe(true);
  });

  test('raw mark-up in a template stops print', async () => {
    const { files, codes } = await print({
      [TEMPLATE]: put('{{copy.front.keep}}', '{{{copy.front.keep}}}'),
    });
    expect(files).toBe(0);
    expect(codes).toEqual(['template/raw']);
  });

  test('the demonstration key approves nothing for any other campaign', async () => {
    const { files, codes } = await print({
      [CAMPAIGN]: noDemonstration,
      [REGISTER]: (text) =>
        text
          .replaceAll('confirmedOn: null', 'confirmedOn: 2026-11-20')
          .replaceAll('"unconfirmed"', '"active"'),
    });
    expect(files).toBe(0);
    expect(codes).toContain('approval/demonstration-key');
    expect(codes).not.toContain('contact/unconfirmed');
  });

  test('a word that the press draws otherwise is found in the finished bytes', async () => {
    const { files, codes } = await print({}, (form) => withSwapped(form, 'Phones'));
    expect(files).toBe(0);
    expect(codes.some((code) => code === 'prove/word' || code === 'prove/glyph')).toBe(true);
  });
});

describe('rule 2: numbers come from typed data', () => {
  test.each([
    ['plainly', 'Call 0808 157 0123.'],
    ['with dots between', 'Call 0.8.0.8.1.5.7.'],
    ['in digits of another script', 'Call ٠٨٠٨١٥٧.'],
    ['with stress in between', 'Call 08**08**157.'],
    ['over two lines', 'Call 08\n      08 157.'],
  ])('a number written into the copy %s stops print', async (_, sentence) => {
    const { files, codes } = await print({
      [DECK]: put(/text: "Enjoy your new phone"/, `text: |-\n      ${sentence}`),
    });
    expect(files).toBe(0);
    expect(codes).toContain('copy/digits');
  });

  test('digits of the template itself stop print', async () => {
    const { files, codes } = await print({
      [TEMPLATE]: put('<p class="keep">', '<p class="keep">0808 '),
    });
    expect(files).toBe(0);
    expect(codes).toEqual(['template/own-words']);
  });

  test('a number that was changed in the register after approval stops print', async () => {
    const { files, codes } = await print({
      [REGISTER]: (text) =>
        text.replaceAll('0800 1111', '0808 157 0123').replaceAll('08001111', '08081570123'),
    });
    expect(files).toBe(0);
    expect(codes).toContain('approval/contact-changed');
  });

  test('a number that nobody has confirmed stops print outside the demonstration', async () => {
    const { files, codes } = await print({ [CAMPAIGN]: noDemonstration });
    expect(files).toBe(0);
    expect(codes).toContain('contact/unconfirmed');
  });

  test('a number that would be dialled otherwise than it is printed stops print', async () => {
    const { files, codes } = await print({
      [REGISTER]: put('dial: "08001111"', 'dial: "08001112"'),
    });
    expect(files).toBe(0);
    expect(codes).toContain('contacts/field');
  });

  test('two digits that the press swaps are found in the finished bytes', async () => {
    const { files, codes } = await print({}, (form) => withSwapped(form, '0808'));
    expect(files).toBe(0);
    expect(codes.some((code) => code === 'prove/number' || code === 'prove/glyph')).toBe(true);
  });
});

describe('rule 3: every QR code is read back from the page', () => {
  test('a code that leads elsewhere is found on the rendered page', async () => {
    const other = qrSymbol('https://www.childline.org.ux');
    const { files, codes } = await print({}, (form) =>
      withItems(form, (item) => (item.kind === 'code' ? { ...item, symbol: other } : item)),
    );
    expect(files).toBe(0);
    expect(codes).toContain('prove/code-target');
  });

  test('a code that cannot be seen is found on the rendered page', async () => {
    const { files, codes } = await print({}, (form) =>
      withItems(form, (item) => (item.kind === 'code' ? { ...item, ink: item.ground } : item)),
    );
    expect(files).toBe(0);
    expect(codes.some((code) => code.startsWith('prove/code-'))).toBe(true);
  });

  test('a small code stops print', async () => {
    const { files, codes } = await print({
      [STYLE]: (text) => `${text}\nqr-code { width: 15mm; }\n`,
    });
    expect(files).toBe(0);
    expect(codes).toContain('preflight/qr-size');
  });

  test.each([
    ['a tracking parameter', 'https://www.childline.org.uk/?utm_source=leaflet'],
    ['a shortener', 'https://bit.ly/childline'],
    ['a page that is not encrypted', 'http://www.childline.org.uk'],
  ])('%s in an address stops print', async (_, target) => {
    const { files, codes } = await print({
      [REGISTER]: put('target: "https://www.childline.org.uk"', `target: "${target}"`),
    });
    expect(files).toBe(0);
    expect(codes.some((code) => code.startsWith('contacts/'))).toBe(true);
  });
});

describe('rule 4: nothing is lost silently', () => {
  test('a sentence too long for its panel stops print, with the millimetres over', async () => {
    const long = 'Keep this card with your receipt, and read it again. '.repeat(14);
    const { files, errors, codes } = await print({ [DECK]: put('Phones are great.', long.trim()) });
    expect(files).toBe(0);
    expect(codes.some((code) => code.startsWith('layout/'))).toBe(true);
    expect(errors.some(({ overMm = 0, panel }) => overMm > 5 && panel === 'front')).toBe(true);
  });

  test('a letter that no font has stops print, and is named', async () => {
    const { files, errors } = await print({ [DECK]: put('Enjoy your', 'Enjoy 電 your') });
    expect(files).toBe(0);
    const missing = errors.find(({ code }) => code === 'text/no-glyph');
    expect(missing?.problem).toMatch(/電|96FB/);
    expect(missing?.at.file).toBe(DECK);
  });

  test("a letter that no font has in a phone's name stops print too", async () => {
    const { files, codes } = await print({ [PHONES]: put('iPhone 17', 'iPhone 電') });
    expect(files).toBe(0);
    expect(codes).toContain('text/no-glyph');
  });

  test('a sentence that the press draws in the colour of its ground is found on the page', async () => {
    const { files, codes } = await print({}, (form) =>
      withItems(form, (item) => (item.kind === 'text' ? { ...item, text: unseen(item) } : item)),
    );
    expect(files).toBe(0);
    expect(codes.some((code) => code.startsWith('prove/'))).toBe(true);
  });

  test('a value that does not exist stops print', async () => {
    const { files, codes } = await print({
      [TEMPLATE]: put('copy.front.keep', 'copy.front.keeep'),
    });
    expect(files).toBe(0);
    expect(codes.some((code) => code === 'template/unknown-path' || code === 'copy/missing')).toBe(
      true,
    );
  });

  test('a translation that lacks a sentence stops print', async () => {
    const { files, codes } = await print({
      [CAMPAIGN]: put('[en-GB]', '[en-GB, pl]'),
      'locales/pl/wallet.yaml': put(/ {2}- id: "front\.keep"\n.*\n/, ''),
    });
    expect(files).toBe(0);
    expect(codes).toContain('copy/missing');
  });

  test('a property that the style sheet cannot have stops print', async () => {
    const { files, codes } = await print({
      [STYLE]: (text) => `${text}\n.keep { float: left; }\n`,
    });
    expect(files).toBe(0);
    expect(codes).toEqual(['css/property']);
  });

  test('a cell of the catalogue that cannot be read stops print', async () => {
    const { files, codes } = await print({ [PHONES]: put('4006381333931', '4.00638E+12') });
    expect(files).toBe(0);
    expect(codes.some((code) => code.startsWith('catalogue/'))).toBe(true);
  });

  test('a phone that no wording fits stops print', async () => {
    const { files, codes } = await print({
      [CAMPAIGN]: put('receipt-wallet-insert', 'parent-trifold'),
      [PHONES]: put('iOS', 'BlackBerry'),
    });
    expect(files).toBe(0);
    expect(codes.length).toBeGreaterThan(0);
  });
});

/** A form whose press draws other items than were judged. */
const withItems = (form: LaidOutForm, change: (item: PanelItem) => PanelItem): LaidOutForm => ({
  ...form,
  sides: form.sides.map((side) => ({
    ...side,
    panels: side.panels.map(({ x, panel }) => ({
      x,
      panel: { ...panel, items: panel.items.map(change) },
    })),
  })),
});

/** The same text in the ink that lies under it. */
const unseen = ({ text, ground }: TextItem): SetParagraph => ({
  ...text,
  lines: text.lines.map((line) => ({
    ...line,
    runs: line.runs.map((run) => ({ ...run, ink: ground })),
  })),
});

/** Draws the first two glyphs of a word in each other's place. */
function withSwapped(form: LaidOutForm, text: string): LaidOutForm {
  let swapped = 0;
  const changed = withItems(form, (item) => {
    if (item.kind !== 'text') return item;
    const lines = item.text.lines.map((line) => {
      const word = line.words.findIndex((it) => it.text.startsWith(text));
      if (word < 0) return line;
      swapped += 1;
      const runs = line.runs.map((run) => ({ ...run, glyphs: swapFirst(run.glyphs, word) }));
      return { ...line, runs };
    });
    return { ...item, text: { ...item.text, lines } };
  });
  expect(swapped).toBeGreaterThan(0);
  return changed;
}

function swapFirst(glyphs: readonly Glyph[], word: number): Glyph[] {
  const at = glyphs.findIndex((it) => it.word === word);
  const [first, second] = [glyphs[at], glyphs[at + 1]];
  if (!first || !second) return [...glyphs];
  return glyphs.map((it) => (it === first ? second : it === second ? first : it));
}
