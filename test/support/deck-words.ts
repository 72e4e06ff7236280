import { readContactRegister } from '../../src/sources/read-contact-register.js';
import { readCopyDeck } from '../../src/sources/read-copy-deck.js';
import { fakeWorld } from './fake-world.js';

const world = fakeWorld({}, { shipped: true });

/** The register as it is written: `contact.childline.phone` to what is printed. */
function registerWords(): (path: string) => string | undefined {
  const register = readContactRegister(world, 'GB').value;
  if (!register) throw new Error('the register cannot be read');
  return (path) => {
    const [kind, id = '', field = ''] = path.split('.');
    const contact = kind === 'contact' ? register.contacts[id] : undefined;
    if (!contact) return undefined;
    if (field === 'name') return contact.name;
    if (field === 'phone') return contact.phone?.shown;
    if (field === 'url') return contact.url?.shown;
    if (field === 'text') return contact.text?.shown;
    return undefined;
  };
}

const shownOf = registerWords();

/**
 * What a unit's words look like on a page, straight from the deck and the register: nothing that the
 * tool made of them. Its marks of lists and stress are taken off; a list's bullets may stand between.
 */
export function unitPattern(locale: string, deckId: string, key: string): RegExp {
  const deck = readCopyDeck(world, locale, deckId).value;
  const unit = deck?.units.find((it) => it.key === key);
  if (!unit) throw new Error(`deck ${locale}/${deckId} has no unit ${key}`);
  const lines = unit.text.split(/\n/).map((line) => line.replace(/^(- |\d+\. )/, '').trim());
  const patterns = lines.filter((line) => line !== '').map(linePattern);
  return new RegExp(`(^|\\s)${patterns.join('\\s+(?:(?:•|\\d+\\.)\\s+)?')}(\\s|$)`, 'u');
}

const linePattern = (line: string): string =>
  line
    .replaceAll('**', '')
    .split(/(\{[^}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return literal(part);
      const shown = shownOf(part.slice(1, -1));
      return shown === undefined ? '\\S.*?' : literal(shown);
    })
    .join('');

/** White space is any; a line may end after a hyphen. */
const literal = (text: string): string =>
  text
    .normalize('NFC')
    .split(/(\s+)/)
    .map((part) =>
      /^\s+$/.test(part)
        ? '\\s+'
        : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('-', '-\\s?'),
    )
    .join('');
