import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDeck } from '../../src/compose/check-deck.js';
import { quotationMarks } from '../../src/compose/quotation-marks.js';
import { openWorld } from '../../src/outside.js';
import type { CopyDeck } from '../../src/sources/copy-deck.js';
import { copyDeckIds, readCopyDeck } from '../../src/sources/read-copy-deck.js';

/** The locales of British shops, in the order of the census. */
const LOCALES = 'en-GB cy gd ga pl ro pt es fr uk lt tr ar ur pa-Guru bn gu ta zh-Hans so'.split(
  ' ',
);

type Audience = CopyDeck['audience'];

/** A deck of some texts, each a unit on its own line. */
function deckOf(locale: string, texts: readonly string[], audience: Audience = 'parent'): CopyDeck {
  const file = `locales/${locale}/parent.yaml`;
  return {
    id: 'parent',
    locale,
    audience,
    status: 'final',
    file,
    sha256: '',
    locate: () => ({ file }),
    units: texts.map((text, index) => ({
      id: `unit-${index}`,
      key: `unit-${index}`,
      text,
      when: {},
      place: { file, line: index + 1 },
    })),
  };
}

const codesOf = (locale: string, text: string): string[] =>
  checkDeck(deckOf(locale, [text])).map(({ code }) => code);

describe('quotation marks', () => {
  test.each([
    ['en-GB', 'Say “no”, and ‘never’. It’s theirs, the girls’ own.'],
    ['cy', 'Cadwa’r “gyfrinach” hon.'],
    ['gd', 'Tha “seo” ceart.'],
    ['ga', 'Tá “sé” ceart.'],
    ['pl', 'Mówi: „zachowaj «to» w tajemnicy”.'],
    ['ro', 'Spune „e «secretul» nostru”.'],
    ['pt', 'Diz «guarda “isto”».'],
    ['es', 'Dice «guarda “esto”».'],
    ['fr', 'Il dit : «\u00a0garde le secret\u00a0»\u202f!'.replace(' :', '\u00a0:')],
    ['uk', 'Каже: «не кажи „нікому“», м’яко.'],
    ['lt', 'Sako „laikyk paslaptyje“.'],
    ['tr', '“Bunu sakla” der, Ali’nin.'],
    ['ar', 'يقول ”سر“ أو «سر».'],
    ['ur', 'کہے ”راز“ یا “راز”۔'],
    ['pa-Guru', 'ਕਹੇ “ਰਾਜ਼”।'],
    ['bn', 'বলে “গোপন”।'],
    ['gu', 'કહે “ખાનગી”.'],
    ['ta', 'சொல் “ரகசியம்”.'],
    ['zh-Hans', '说“保密”，‘不’。'],
    ['so', 'Wuxuu yidhi “sir”, go’aan.'],
  ])('of %s are taken as its printers write them', (locale, text) => {
    expect(codesOf(locale, text)).toEqual([]);
  });

  test.each(LOCALES)('of a typewriter are refused in %s, and the right ones named', (locale) => {
    const [found, ...more] = checkDeck(deckOf(locale, ['x "y" z']));
    expect(more).toHaveLength(1);
    const [open, close] = quotationMarks(locale)?.pairs[0] ?? [];
    expect(found).toMatchObject({ code: 'copy/quotes', severity: 'warning' });
    expect(found?.fix).toContain(open);
    expect(found?.fix).toContain(close);
  });

  test.each([
    ['en-GB', 'Say «no».', 2],
    ['en-GB', 'Say ”no“.', 2],
    ['en-GB', 'Say “no.', 1],
    ['en-GB', 'It isn\u0027t yours.', 1],
    ['pl', 'Mówi “tak”.', 2],
    ['lt', 'Sako „taip”.', 2],
    ['uk', 'Каже “так”.', 2],
    ['zh-Hans', '说"好"。', 2],
  ])('in %s, %s has so many wrong: %i', (locale, text, count) => {
    expect(codesOf(locale, text)).toEqual(Array(count).fill('copy/quotes'));
  });

  test('a finding has the line of the entry, and the fix for an apostrophe', () => {
    const [found] = checkDeck(deckOf('en-GB', ['- One\n- Don\u0027t pay']));
    expect(found?.at.line).toBe(2);
    expect(found?.fix).toBe('write ’ for an apostrophe');
  });

  test('French wants its spaces, and they must hold', () => {
    expect(codesOf('fr', 'Inquiet ?')).toEqual(['copy/quotes']);
    expect(codesOf('fr', 'Inquiet?')).toEqual(['copy/quotes']);
    expect(codesOf('fr', 'Inquiet\u00a0? À 10:30. {contact.ceop.url}')).toEqual([]);
    expect(codesOf('fr', 'Dit «oui».')).toEqual(['copy/quotes', 'copy/quotes']);
    expect(codesOf('fr', 'Dit « oui ».')).toEqual(['copy/quotes', 'copy/quotes']);
  });
});

describe('how hard a deck is to read', () => {
  const EASY = Array.from({ length: 6 }, () => 'We can help you. Talk to us.');

  test('an easy deck of any audience has no finding', () => {
    for (const audience of ['child', 'teen', 'parent', 'staff'] as const)
      expect(checkDeck(deckOf('en-GB', EASY, audience))).toEqual([]);
  });

  test('a sentence that is longer than its readers take is told with its words', () => {
    const long = `${'we '.repeat(14)}go.`;
    const [found, ...more] = checkDeck(deckOf('en-GB', [...EASY, long], 'child'));
    expect(found?.problem).toContain('has 15 words; for children of 8 to 11 14 is the most');
    expect(found).toMatchObject({ sentence: long, at: { line: 7 }, severity: 'warning' });
    expect(more).toEqual([]);
    expect(checkDeck(deckOf('en-GB', [...EASY, long], 'teen'))).toEqual([]);
  });

  test('long words raise the Flesch-Kincaid grade, and the hardest sentence is named', () => {
    const hard = 'Communication necessitates consideration.';
    const easy = EASY.slice(0, 2);
    const findings = checkDeck(deckOf('en-GB', [...easy, hard, hard], 'parent'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'copy/reading-level', sentence: hard });
    expect(findings[0]?.problem).toContain('Flesch-Kincaid');
  });

  test('the grade is what Flesch and Kincaid give by hand', () => {
    const text = `${'Family family. '.repeat(4)}Family. A family. Me.`;
    const [found] = checkDeck(deckOf('en-GB', [text], 'parent'));
    // 8 + 1 + 2 + 1 = 12 words; 24 + 3 + 4 + 1 = 32 syllables; 7 sentences.
    const grade = 0.39 * (12 / 7) + 11.8 * (32 / 12) - 15.59;
    expect(found?.problem).toContain(`grade is ${grade.toFixed(1)}`);
  });

  test('more words than a child takes are counted, of wordings for phones only the longest', () => {
    const texts = Array.from({ length: 30 }, () => 'We can help you.');
    expect(checkDeck(deckOf('en-GB', texts, 'child'))).toEqual([]);
    const [found] = checkDeck(deckOf('en-GB', [...texts, 'Go on.'], 'child'));
    expect(found?.problem).toContain('has 122 words; for children of 8 to 11 120 is the most');
    const deck = deckOf('en-GB', [...texts.slice(1), 'Go on now, you.', 'Stop.'], 'child');
    const units = deck.units.map((it, index) => (index < 29 ? it : { ...it, id: 'steps' }));
    expect(checkDeck({ ...deck, units })).toEqual([]);
  });

  test('other languages are for a native reader to judge', () => {
    expect(codesOf('cy', `${'hyn '.repeat(40)}yw.`)).toEqual([]);
  });
});

test('the decks that ship have the marks of their language and are easy enough', () => {
  const world = openWorld({ workspace: '.', packageRoot: '.', today: '2026-11-25' });
  const tags = readdirSync('locales').filter((it) => it !== 'contacts');
  const decks = tags.flatMap((tag) =>
    copyDeckIds(world, tag).flatMap((id) => readCopyDeck(world, tag, id).value ?? []),
  );
  expect(decks.length).toBeGreaterThanOrEqual(18);
  const findings = decks.flatMap(checkDeck);
  expect(findings.map(({ at, problem }) => `${at.file}:${at.line} ${problem}`)).toEqual([]);
});
