import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { openPressFor, prepare } from '../../src/pipeline.js';
import type { ScriptParagraph } from '../conformance/paragraphs.js';
import { written } from '../content/shipped.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { qpdfPages } from '../support/qpdf-words.js';
import { localeFile, SCRIPTS } from '../support/script-world.js';

const RUN = { draft: true, toolVersion: '0.0.0' };
const folder = mkdtempSync(join(tmpdir(), 'safeleaf-wordings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A piece, its deck, and for how many phones each unit has a wording of its own, so that a thousand are printed. */
const PIECES = [
  {
    piece: 'parent-trifold',
    html: 'parent-trifold',
    deck: 'parent',
    phones: 3,
    isBilingual: false,
  },
  {
    piece: 'parent-large-print',
    html: 'parent-trifold',
    deck: 'parent',
    phones: 3,
    isBilingual: false,
  },
  {
    piece: 'receipt-wallet-insert',
    html: 'receipt-wallet-insert',
    deck: 'wallet',
    phones: 6,
    isBilingual: false,
  },
  {
    piece: 'receipt-wallet-bilingual',
    html: 'receipt-wallet-bilingual',
    deck: 'wallet',
    phones: 3,
    isBilingual: true,
  },
] as const;

const WORDINGS_A_PIECE = 1000;

/** Words that all locales can set, since Noto Sans stands behind every one: joined, marked, with what is not seen. */
const SHARED = [
  ...[
    'Wi-Fi',
    'iPhone',
    'office',
    'fjord',
    'AV',
    'Łódź',
    'Ti\u0301n',
    'e\u0302\u0323',
    '“keep',
    'this”',
    '(or',
    'not)',
  ],
  ...[
    'co\u00adoperation',
    'mum’s',
    'поговори́',
    'Їжак',
    'ΆΝΘΡΩΠΟΣ',
    'ἄνθρωπος',
    '—',
    'No!',
    'Why?',
    'no\u00a0break',
  ],
  ...['zero\u200bwidth', 'non\u200cjoiner', 'word\u2060joiner', 'a/b', 'n\u0303o\u0308'],
];

/** Whole words of a script, and its letters in any order with joiners between them. */
function wordsOf({ text }: ScriptParagraph): fc.Arbitrary<string> {
  const letters = [...new Set(text.replaceAll(/[\P{L}\u0e33\u0eb3]/gu, ''))];
  const words = Array.from(text.matchAll(/\S{1,12}\p{M}*/gu), ([word]) => word).filter(
    (it) => !/^\p{M}/u.test(it),
  );
  const odd = fc.array(fc.constantFrom(...letters, '\u200c', '\u200d'), {
    minLength: 1,
    maxLength: 8,
  });
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: odd.map((it) => it.join('')) },
    { weight: 2, arbitrary: fc.constantFrom(...SHARED) },
  );
}

const LINES_A_FORM = 60;

/** For each script and phone a store of sentences, which the lines of the deck take in order. */
const sentencesFor = (phones: number) =>
  fc.tuple(
    ...SCRIPTS.map((script) => {
      const words = fc.array(wordsOf(script), { minLength: 1, maxLength: 4 });
      const length = LINES_A_FORM * phones;
      const sentences = fc.array(
        words.map((it) => it.join(' ')),
        { minLength: length, maxLength: length },
      );
      return sentences.map((it) => ({ script, sentences: it }));
    }),
  );

/** A unit as its file has it. */
interface WrittenUnit {
  id: string;
  text: string;
  when?: Record<string, string>;
}

/** A wording in a file, and what of it must be found: its lines between references. */
interface Wording {
  readonly id: string;
  readonly fragments: readonly string[];
}

const REFERENCE = /\{[^{}]*\}/gu;

/** A list's mark, or nothing. */
const MARK = /^(?:- |\d+\. )?/;

/** New words in place of a unit's own: its marks and references stay. */
function reword(text: string, next: () => string): { text: string; fragments: string[] } {
  const fragments: string[] = [];
  const lines = text.split('\n').map((line) => {
    if (line.trim() === '') return line;
    const mark = MARK.exec(line)?.[0] ?? '';
    const parts = [next(), ...(line.match(REFERENCE) ?? []).flatMap((it) => [it, next()])];
    fragments.push(...parts.filter((it) => !it.startsWith('{')));
    return mark + parts.join(' ');
  });
  return { text: lines.join('\n'), fragments };
}

const MAKERS = ['Aster', 'Birch', 'Cedar', 'Daisy', 'Elder', 'Fern'];

/** The phone of all wordings: those for other systems and networks print nothing. */
const isForPhone = ({ when = {} }: WrittenUnit): boolean =>
  (when.os ?? 'android') === 'android' &&
  (when.network ?? 'ee') === 'ee' &&
  when.maker === undefined;

/** What a wording for certain phones has to say of itself. */
const DATED = {
  osVersion: '16',
  checkedOn: '2026-11-01',
  source: 'https://example.org/',
  reviewBy: '2027-11-01',
};

interface Reworded {
  readonly file: string;
  /** By maker. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
}

/** The English deck with a wording of each unit for each maker, in a language of that script. */
function rewordDeck(
  deck: string,
  tag: string,
  phones: number,
  sentences: readonly string[],
): Reworded {
  const source = parse(written(`locales/en-GB/${deck}.yaml`)) as { units: WrittenUnit[] };
  const wordings = new Map<string, readonly Wording[]>();
  let at = 0;
  const next = () => sentences[at++ % sentences.length] ?? '';
  const units = source.units.filter(isForPhone);
  const reworded = MAKERS.slice(0, phones).flatMap((maker) => {
    const own: Wording[] = [];
    const made = units.map((unit) => {
      const { text, fragments } = reword(unit.text, next);
      own.push({ id: unit.id, fragments });
      return { ...DATED, ...unit, text, when: { ...unit.when, maker: maker.toLowerCase() } };
    });
    wordings.set(maker, own);
    return made;
  });
  return {
    file: stringify({ ...source, locale: tag, status: 'draft', units: reworded }),
    wordings,
  };
}

interface Piece {
  readonly piece: string;
  readonly deck: string;
  readonly phones: number;
  readonly isBilingual: boolean;
}

type Sentences = readonly { script: ScriptParagraph; sentences: readonly string[] }[];

/** A campaign of one piece in every script, with a phone for each maker, and what it has to print. */
function campaignOf({ piece, deck, phones, isBilingual }: Piece, all: Sentences) {
  const decks = new Map<string, Reworded>();
  const files: Record<string, string> = {};
  for (const { script, sentences } of all) {
    const made = rewordDeck(deck, script.lang, phones, sentences);
    decks.set(script.lang, made);
    files[`locales/${script.lang}/locale.yaml`] = localeFile(script);
    files[`locales/${script.lang}/${deck}.yaml`] = made.file;
  }
  const locales = all.map(({ script }, index) => {
    const other = [...all.slice(index + 1), ...all].find(
      (it) => it.script.direction === script.direction,
    )?.script.lang;
    return isBilingual ? `${script.lang}+${other}` : script.lang;
  });
  const makers = MAKERS.slice(0, phones);
  files['campaigns/wordings/campaign.yaml'] = stringify({
    title: 'Wordings',
    market: 'GB',
    printOn: '2026-12-15',
    shelfLifeDays: 180,
    press: 'coated-fogra39',
    catalogue: 'phones.csv',
    leaflets: [{ template: piece, brands: ['northstar'], locales }],
    trust: [],
  });
  files['campaigns/wordings/phones.csv'] = [
    'sku,maker,model,os,network,box,ean,quantity,shop',
    ...makers.map((it) => `${it},${it},One,android,ee,168 x 82 x 26,,1,Leeds`),
    '',
  ].join('\n');
  return { files, decks };
}

/** White space, soft hyphens and marks of direction print nothing; joiners stay, they decide a letter's shape. */
const UNPRINTED = /[\s\u00ad\u200b\u2060\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const plain = (text: string): string => text.replaceAll(UNPRINTED, '').normalize('NFC');

/** All that a file says of its text: each form that its pages draw, read by qpdf. */
function readByQpdf(file: string): string {
  const texts = qpdfPages(file).flatMap(({ forms, own }) => [...forms, own]);
  return texts.map((parts) => plain(parts.map(({ text }) => text).join(''))).join('\n');
}

/** Poppler leaves some joiners out of the text that the file gives it; qpdf shows them all. */
const JOINER = /[\u200c\u200d]/gu;

/** What poppler reads, whatever order it gives it in; nothing where it is not installed. */
const readByPdftotext = (file: string): string | undefined =>
  hasProgram('pdftotext') ? plain(runProgram('pdftotext', ['-raw', file, '-']).out) : undefined;

const countOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const it of text) counts.set(it, (counts.get(it) ?? 0) + 1);
  return counts;
};

/** Code points that a text owes and another has fewer of. */
function fewer(owed: string, read: string): string[] {
  const has = countOf(read);
  return [...countOf(owed)].flatMap(([it, count]) => {
    const found = has.get(it) ?? 0;
    return found < count
      ? [`${it} U+${it.codePointAt(0)?.toString(16)}: ${found} of ${count}`]
      : [];
  });
}

/** The units that a template's HTML names, whatever layout made of it. None of these languages is Welsh. */
function namedUnits(html: string): ReadonlySet<string> {
  const named = written(`templates/${html}/leaflet.hbs`)
    .replaceAll(/\{\{#if \(is locale\.tag[\s\S]*?\{\{\/if\}\}/g, '')
    .matchAll(/copy\.([\w.-]+)|(?:unit|checked)="([^"]+)"/g);
  return new Set(Array.from(named, ([, copy, unit]) => copy ?? unit ?? ''));
}

describe.each(PIECES)('$piece', (piece) => {
  test.skipIf(!hasProgram('qpdf'))(
    needing('qpdf', 'prints a thousand random wordings in all scripts and loses no code point'),
    async () => {
      let printed = 0;
      let judged = 0;
      const named = namedUnits(piece.html);
      const property = fc.asyncProperty(sentencesFor(piece.phones), async (sentences) => {
        printed = 0;
        const { files, decks } = campaignOf(piece, sentences);
        const world = fakeWorld(files, { shipped: true, today: '2026-12-01' });
        const { value: ready, findings } = await prepare(world, 'wordings', RUN);
        expect(
          findings
            .filter(({ code }) => !code.startsWith('layout/') && !code.startsWith('preflight/'))
            // Random marks and lengths are no style; they print all the same.
            .filter(({ code }) => code !== 'copy/quotes' && code !== 'copy/reading-level')
            .map(({ code, problem, at }) => ({ code, problem, at })),
        ).toEqual([]);
        if (!ready) throw new Error('nothing was made');
        const press = openPressFor(ready, RUN);
        for (const leaflet of ready.plan.leaflets) {
          const file = join(folder, 'one.pdf');
          writeFileSync(file, press.write(leaflet).bytes);
          const byQpdf = readByQpdf(file);
          const byPdftotext = readByPdftotext(file);
          const { locale, second } = leaflet.form;
          for (const { tag } of [locale, ...(second ? [second.locale] : [])]) {
            const own = decks.get(tag)?.wordings.get(leaflet.phone.maker) ?? [];
            const mine = own.filter(({ id }) => named.has(id));
            printed += mine.length;
            const lost = mine.flatMap(({ id, fragments }) =>
              fragments
                .filter((it) => !byQpdf.includes(plain(it)))
                .map((it) => `${tag} ${id}: ${it}`),
            );
            expect(lost).toEqual([]);
            // What runs off the page has its finding, and poppler leaves it out.
            const isOff = findings.some(
              (it) => it.locale === tag && it.code.startsWith('layout/') && it.severity === 'error',
            );
            if (byPdftotext === undefined || isOff) continue;
            judged += 1;
            const owed = mine.flatMap(({ fragments }) => fragments).map(plain);
            expect(fewer(owed.join('').replaceAll(JOINER, ''), byPdftotext), tag).toEqual([]);
          }
        }
      });
      await fc.assert(property, { numRuns: fuzzRuns(1), endOnFailure: true });
      expect(printed).toBeGreaterThanOrEqual(WORDINGS_A_PIECE);
      if (hasProgram('pdftotext')) expect(judged).toBeGreaterThan(20);
    },
    120_000,
  );
});
