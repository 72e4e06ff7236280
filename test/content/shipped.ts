import { readFileSync } from 'node:fs';
import type { Checked } from '../../src/diagnostics/finding.js';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import { readCopyDeck } from '../../src/sources/read-copy-deck.js';
import { wordingsOf } from '../../src/sources/wordings-of.js';
import { fakeWorld } from '../support/fake-world.js';

/** The project as it ships, read through the same door as a user's workspace. */
export const shipped = fakeWorld({}, { shipped: true });

export const DECKS = ['parent', 'wallet'] as const;
export const TRANSLATIONS = [
  'cy',
  'gd',
  'ga',
  'pl',
  'ro',
  'pt',
  'es',
  'fr',
  'uk',
  'lt',
  'tr',
  'ar',
  'ur',
  'pa-Guru',
  'bn',
  'gu',
  'ta',
  'zh-Hans',
  'so',
] as const;
export const LOCALES = ['en-GB', ...TRANSLATIONS] as const;
/** The languages of the demonstration. */
export const DEMONSTRATED = ['en-GB', 'cy', 'pl', 'ur'] as const;

/** A value that was read without a fault; the faults are the message if there are any. */
export function faultless<T>({ value, findings }: Checked<T>): T {
  if (findings.length > 0 || value === undefined)
    throw new Error(findings.map(({ code, problem }) => `${code}: ${problem}`).join('\n'));
  return value;
}

export const deck = (locale: string, id: string) => faultless(readCopyDeck(shipped, locale, id));

/** Every wording of a deck: the text of each unit, and what is longer or shorter beside it. */
export const wordings = (locale: string, id: string) => deck(locale, id).units.flatMap(wordingsOf);

export const register = (country: string) => faultless(readContactRegister(shipped, country));

/** The file as it is written, with what the reader leaves out, such as the note to an editor. */
export const written = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Every deck of every locale that ships: a row for `describe.each`. */
export const EVERY_DECK = LOCALES.flatMap((locale) => DECKS.map((id) => ({ locale, id })));
