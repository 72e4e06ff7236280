import type { ContactRegister } from '../sources/contact-register.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import type { Template } from '../sources/template.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { contactStatements } from './statement.js';

/** A contact as a template names it: `contact="childline"` or `contact.childline.phone`. */
const CONTACT = /\bcontact(?:\s*=\s*"|\.)([a-z0-9-]+)/g;

/**
 * The fields of the register that a deck prints in its templates: every field of each contact that is
 * named, so that a template may show its hours later without a new approval; short codes of all networks
 * and all laws that the words refer to.
 */
export function referencesOf(
  deck: CopyDeck,
  templates: readonly Template[],
  register: ContactRegister,
): ReadonlySet<string> {
  const words = [
    ...deck.units.flatMap(wordingsOf).map(({ text }) => text),
    ...templates.map((it) => it.leaflet.text),
  ].join('\n');
  const contacts = new Set([...words.matchAll(CONTACT)].map(([, id]) => id));
  const isPrinted = (ref: string): boolean => {
    const [, first = '', second = ''] = ref.split('.');
    if (first === 'network') return words.includes('network.');
    if (first === 'law') return words.includes(`law.${second}`);
    return contacts.has(first);
  };
  return new Set([...contactStatements(register).keys()].filter(isPrinted));
}
