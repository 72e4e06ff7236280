import { statedWordings } from '../compose/stated-wordings.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import { say } from './say.js';
import type { Terminal } from './terminal.js';

/**
 * Shows an approver every way in which the units of a deck may read, where there is more than one: longer and shorter
 * wordings, plurals and choices, each written out.
 */
export function sayWordings(
  deck: CopyDeck,
  register: ContactRegister,
  terminal: Terminal,
  json: boolean,
): void {
  const stated = statedWordings(deck, register);
  if (json) {
    for (const it of stated)
      say(terminal, { event: 'wording', deck: deck.id, locale: deck.locale, ...it });
    return;
  }
  if (stated.length > 0) terminal.err(`${deck.file}: every way in which these may read`);
  for (const { key, when, text } of stated) {
    terminal.err(`  ${key}${when === '' ? '' : ` (${when})`}`);
    for (const line of text.split('\n')) terminal.err(`    ${line}`);
  }
}
