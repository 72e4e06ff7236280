import { describe, expect, it } from 'vitest';
import { checkCopy } from '../../src/compose/check-copy.js';
import { digitsInARow } from '../../src/compose/digits-in-a-row.js';
import {
  DECKS,
  deck,
  EVERY_DECK,
  LOCALES,
  register,
  TRANSLATIONS,
  wordings,
  written,
} from './shipped.js';

const BIDI_CONTROL = /\p{Bidi_Control}/u;
const REFERENCE = /\{[^{}]*\}/gu;
const referencesIn = (text: string): string[] => [...text.matchAll(REFERENCE)].map(([it]) => it);
const listKind = (text: string): string =>
  text
    .split('\n')
    .map((line) => /^(- |\d+\. )?/.exec(line)?.[0] ?? '')
    .join('|');

describe.each(EVERY_DECK)('the $id deck in $locale', ({ locale, id }) => {
  const { units } = deck(locale, id);
  const all = wordings(locale, id);
  const english = new Map(deck('en-GB', id).units.map((unit) => [unit.key, unit]));

  it('has the wordings of the English deck, in its order', () => {
    expect(units.map(({ key }) => key)).toEqual([...english.keys()]);
  });

  it('passes every check that a build makes on copy', () => {
    const findings = all.flatMap((unit) => checkCopy(unit, register('GB')));
    expect(findings.map(({ code, problem }) => `${code} ${problem}`)).toEqual([]);
  });

  it('holds no number that somebody could dial, also across lines', () => {
    for (const { key, text } of all)
      expect(digitsInARow(text.replace(REFERENCE, '\uFFFC')), key).toBeUndefined();
  });

  it('writes no helpline, address or network by hand', () => {
    for (const { key, text } of all)
      expect(text.replace(REFERENCE, ''), key).not.toMatch(
        /https?:|www\.|\.org|\.uk\b|\.police|@/i,
      );
  });

  it('refers to the same facts as the English wording', () => {
    for (const { key, text } of units)
      expect(referencesIn(text).sort(), key).toEqual(
        referencesIn(english.get(key)?.text ?? '').sort(),
      );
  });

  it('refers to the same facts in a longer or shorter wording', () => {
    const texts = new Map(units.map(({ key, text }) => [key, text]));
    for (const { key, text } of all)
      expect(referencesIn(text).sort(), key).toEqual(
        referencesIn(texts.get(key.replace(/:(?:long|short)$/, '')) ?? '').sort(),
      );
  });

  it('has a list where the English wording has one, with as many entries', () => {
    for (const { key, text } of units)
      expect(listKind(text), key).toBe(listKind(english.get(key)?.text ?? ''));
  });

  it('names risk and help where the English wording does', () => {
    for (const { key, role } of units) expect(role, key).toBe(english.get(key)?.role);
  });

  it('dates every wording for certain phones as the English one is dated', () => {
    for (const { key, osVersion, checkedOn, source, reviewBy } of units) {
      const { osVersion: os, checkedOn: day, source: page, reviewBy: by } = english.get(key) ?? {};
      expect({ osVersion, checkedOn, source, reviewBy }, key).toEqual({
        osVersion: os,
        checkedOn: day,
        source: page,
        reviewBy: by,
      });
    }
  });

  it('is written in composed characters, without unseen marks', () => {
    const text = written(`locales/${locale}/${id}.yaml`);
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toMatch(BIDI_CONTROL);
    expect(text).not.toMatch(/[\u200B-\u200D\u2060\uFEFF\u00AD]/u);
  });

  it('has the quotation marks of print, not those of a typewriter', () => {
    for (const { key, text } of all) expect(text, key).not.toMatch(/["'`]/);
  });
});

describe.each(TRANSLATIONS)('a translation into %s', (locale) => {
  it.each(DECKS)('says of its %s deck that nobody has checked it', (id) => {
    expect(deck(locale, id).status).toBe('draft');
    expect(written(`locales/${locale}/${id}.yaml`)).toContain(
      'note: "Draft. No native reader has checked it."',
    );
  });

  it.each(DECKS)('leaves no English sentence in its %s deck', (id) => {
    const english = new Map(deck('en-GB', id).units.map((unit) => [unit.key, unit.text]));
    for (const { key, text } of deck(locale, id).units)
      expect(text, key).not.toBe(english.get(key));
  });
});

describe('the Urdu decks', () => {
  it('use the letters of Urdu, not their Arabic look-alikes', () => {
    for (const id of DECKS)
      for (const { key, text } of wordings('ur', id)) expect(text, key).not.toMatch(/[يكىةه]/u);
  });

  it('part Latin names with Urdu words, so that a list of them keeps its order', () => {
    for (const id of DECKS)
      for (const { key, text } of wordings('ur', id))
        expect(text, key).not.toMatch(/[A-Za-z*][،,] ?\**[A-Za-z]/u);
  });
});

describe('the Welsh decks', () => {
  it('say lluniau noeth, as the Welsh Government does', () => {
    const words = deck('cy', 'parent')
      .units.map(({ text }) => text)
      .join('\n');
    expect(words).toContain('lluniau noeth');
    expect(words).not.toMatch(/secst/i);
  });
});

describe('every locale', () => {
  it('is one that its own deck says it is', () => {
    for (const locale of LOCALES)
      for (const id of DECKS) expect(deck(locale, id).locale).toBe(locale);
  });
});
