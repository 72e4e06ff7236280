import type { Contact, ContactRegister, Network } from '../sources/contact-register.js';
import type { Unit } from '../sources/copy-deck.js';
import { digestOf } from './canonical.js';

/**
 * What is approved of one wording of a unit: its words and whom they are for, not where they stand in the file.
 * The other wordings of the unit are no part of it.
 */
export function unitDigest(unit: Unit): string {
  const { key, text, when, role, mustNotShorten, osVersion, checkedOn, source, reviewBy } = unit;
  return digestOf(
    withoutAbsent({
      key,
      text,
      when: withoutAbsent(when),
      role,
      mustNotShorten,
      osVersion,
      checkedOn,
      source,
      reviewBy,
    }),
  );
}

/** A field of the register as the approver sees it. */
export interface ContactStatement {
  /** Such as `GB.childline.phone`, `GB.network.ee.lock`, `GB.law.poca`. */
  readonly ref: string;
  readonly shown: string;
  readonly sha256: string;
}

/** Every field of a register that may print, by its reference. */
export function contactStatements(register: ContactRegister): Map<string, ContactStatement> {
  const { country, contacts, networks, laws } = register;
  const statements = new Map<string, ContactStatement>();
  const add = (ref: string, shown: string, value: unknown): void => {
    statements.set(ref, { ref, shown, sha256: digestOf(value) });
  };
  for (const contact of Object.values(contacts)) addContact(country, contact, add);
  for (const network of Object.values(networks)) addNetwork(country, network, add);
  for (const [id, law] of Object.entries(laws)) add(`${country}.law.${id}`, law.shown, law);
  return statements;
}

type Add = (ref: string, shown: string, value: unknown) => void;

/** Fields by the name that copy and templates use; what a confirmation adds later does not unsign a number. */
function addContact(country: string, contact: Contact, add: Add): void {
  const ref = (field: string): string => `${country}.${contact.id}.${field}`;
  const { name, phone, text, url, hours, cost } = contact;
  add(ref('name'), name, { name });
  if (phone) add(ref('phone'), phone.shown, { shown: phone.shown, dial: phone.dial });
  if (text) {
    const keyword = text.keyword ?? '';
    add(ref('text'), text.shown, { shown: text.shown, number: text.number, keyword });
    if (text.keyword) add(ref('text-keyword'), keyword, { keyword });
  }
  if (url) add(ref('url'), url.shown, { shown: url.shown, target: url.target });
  if (hours) add(ref('hours'), Object.values(hours.shown).join(' / '), { shown: hours.shown });
  if (cost) add(ref('cost'), Object.values(cost.shown).join(' / '), { shown: cost.shown });
}

function addNetwork(country: string, network: Network, add: Add): void {
  add(`${country}.network.${network.id}.name`, network.name, { name: network.name });
  for (const [code, { shown, dial }] of Object.entries(network.codes))
    add(`${country}.network.${network.id}.${code}`, shown, { shown, dial });
  if (network.url) {
    const { shown, target } = network.url;
    add(`${country}.network.${network.id}.url`, shown, { shown, target });
  }
}

const withoutAbsent = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined));
