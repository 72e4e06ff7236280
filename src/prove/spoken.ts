/** Marks of direction and places where a word may break: they are never seen and no part of a word. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A word as two files compare it: one form for each letter (NFC), without marks that print nothing. */
export const spoken = (text: string): string =>
  PLAIN.test(text) ? text : text.replaceAll(UNSEEN, '').normalize('NFC');

/** Letters of ASCII, as most are, which no form of writing changes. */
const PLAIN = /^[\0-\x7F]*$/;

/** A text as the words that a file is compared by. */
export const textWords = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .map(spoken)
    .filter((word) => word !== '');
