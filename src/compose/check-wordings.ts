import type { Finding } from '../diagnostics/finding.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { checkChoices } from './check-choices.js';
import { checkCopy } from './check-copy.js';

/** What is wrong with the words of a deck, whatever prints them. */
export const checkWordings = (deck: CopyDeck, register: ContactRegister): readonly Finding[] =>
  deck.units
    .flatMap(wordingsOf)
    .flatMap((it) => [...checkChoices(it, register, deck.locale), ...checkCopy(it, register)])
    .map((it) => ({ locale: deck.locale, ...it }));
