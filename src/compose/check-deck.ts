import type { Finding } from '../diagnostics/finding.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { checkQuotes } from './check-quotes.js';
import { checkReading } from './check-reading.js';
import { expansionsOf } from './expand-choices.js';

/** How a deck reads and looks by itself: its quotation marks, apostrophes and spaces, and how hard its words are. */
export const checkDeck = (deck: CopyDeck): readonly Finding[] => [
  ...deck.units
    .flatMap(wordingsOf)
    .flatMap(expansionsOf)
    .map((it) => it.unit)
    .flatMap((unit) => checkQuotes(unit, deck.locale)),
  ...checkReading(deck),
];
