import type { Isolate } from './bidi-levels.js';
import { SOFT_HYPHEN } from './characters.js';
import { hyphenation, SHORTEST_WORD } from './load-hyphenation.js';

/** Letters that a word keeps before and after a hyphen. Our choice, after printer's habit. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;

const WORD = /[\p{L}\p{M}\u00ad]+/gu;

/** A name, an abbreviation: never parted. */
const CAPITAL = /\p{Lu}/u;

/**
 * Where words of a text may part with a hyphen that the copy does not hold. A word with a soft hyphen parts there alone, as its
 * writer wants it; names and what is set as one piece are left whole.
 */
export function hyphenPlaces(text: string, lang: string, isolates: readonly Isolate[]): number[] {
  const hyphenate = hyphenation(lang);
  if (hyphenate === undefined) return [];
  const places: number[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.length < SHORTEST_WORD || word.includes(SOFT_HYPHEN) || CAPITAL.test(word)) continue;
    if (isolates.some(({ start, end }) => index < end && index + word.length > start)) continue;
    let at = 0;
    for (const part of hyphenate(word, SOFT_HYPHEN).split(SOFT_HYPHEN).slice(0, -1)) {
      at += part.length;
      if (at >= LEAST_BEFORE && word.length - at >= LEAST_AFTER) places.push(index + at);
    }
  }
  return places;
}
