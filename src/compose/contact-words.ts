import { finding, type Place } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { Contact, Provenance } from '../sources/contact-register.js';
import type { Composition, Words } from './composition.js';
import { CONTACT_FIELDS } from './known-paths.js';

type ContactField = (typeof CONTACT_FIELDS)[number];

const isField = (name: string): name is ContactField =>
  (CONTACT_FIELDS as readonly string[]).includes(name);

/** The contact of the campaign's market with that id, if print may name it; what speaks against it is reported. */
export function contactById(it: Composition, id: string, asked: Place): Contact | undefined {
  const { register, campaign } = it;
  const known = Object.keys(register.contacts);
  const contact = Object.hasOwn(register.contacts, id) ? register.contacts[id] : undefined;
  if (!contact) {
    const problem = `"${id}" is no contact of ${register.file}`;
    it.report(finding('copy/unknown-reference', asked, problem, nameOneOf(id, known)));
    return undefined;
  }
  if (register.country !== campaign.market) {
    const problem = `"${id}" is a contact of ${register.country}; the campaign sells in ${campaign.market}`;
    const fix = `use the register of ${campaign.market}`;
    it.report(finding('contact/other-market', asked, problem, fix));
  }
  checkContact(it, contact);
  return contact;
}

function checkContact(it: Composition, contact: Contact): void {
  const { register, campaign } = it;
  const at = (...path: string[]): Place => register.locate(['contacts', contact.id, ...path]);
  if (contact.status === 'closed')
    it.report(
      finding(
        'contact/closed',
        at('status'),
        `"${contact.name}" has closed`,
        'take it out of the copy and the template, or name the service that follows it',
      ),
    );
  if (contact.reviewBy < campaign.printOn)
    it.report(
      finding(
        'contact/out-of-date',
        at('reviewBy'),
        `"${contact.name}" was to be looked at again by ${contact.reviewBy}; the leaflets print on ${campaign.printOn}`,
        'call the number, look at its page, then write the new days into the register',
      ),
    );
  if (contact.status === 'unconfirmed' && !it.mayPrintUnconfirmed)
    it.report(unconfirmed(at('status'), `"${contact.name}"`));
}

const unconfirmed = (at: Place, what: string) =>
  finding(
    'contact/unconfirmed',
    at,
    `${what} has not been confirmed by its operator`,
    'ask the operator, then write the day as confirmedOn: in the register',
  );

/** The printed words of a contact's field, such as its number as people there write it. */
export function contactWords(
  it: Composition,
  id: string,
  field: string,
  asked: Place,
): Words | undefined {
  const contact = contactById(it, id, asked);
  if (!contact) return undefined;
  if (!isField(field)) {
    const problem = `"${field}" is no field of a contact`;
    it.report(finding('contact/no-field', asked, problem, nameOneOf(field, CONTACT_FIELDS)));
    return undefined;
  }
  const text = shown(contact, field, it.form.locale.tag);
  if (text === undefined) {
    it.report(noField(it, contact, field, asked));
    return undefined;
  }
  checkConfirmed(it, contact, field);
  const { register } = it;
  return {
    text,
    origin: { kind: 'contact', ref: `${register.country}.${contact.id}.${field}` },
    isolate: field !== 'hours' && field !== 'cost' && field !== 'name',
    place: register.locate(['contacts', contact.id, field === 'text-keyword' ? 'text' : field]),
  };
}

/** What a field prints; nothing where the contact, or its hours in that locale, are not there. */
function shown(contact: Contact, field: ContactField, locale: string): string | undefined {
  switch (field) {
    case 'name':
      return contact.name;
    case 'text-keyword':
      return contact.text?.keyword;
    case 'hours':
    case 'cost': {
      const words = contact[field]?.shown;
      return words !== undefined && Object.hasOwn(words, locale) ? words[locale] : undefined;
    }
    default:
      return contact[field]?.shown;
  }
}

/** Where a fact stands and when its operator confirmed it; the name needs no source. */
function provenance(contact: Contact, field: ContactField): Provenance | undefined {
  if (field === 'name') return undefined;
  return contact[field === 'text-keyword' ? 'text' : field];
}

function checkConfirmed(it: Composition, contact: Contact, field: ContactField): void {
  if (it.mayPrintUnconfirmed) return;
  if (provenance(contact, field)?.confirmedOn !== null) return;
  const at = it.register.locate([
    'contacts',
    contact.id,
    field === 'text-keyword' ? 'text' : field,
  ]);
  it.report(unconfirmed(at, `the ${field} of "${contact.name}"`));
}

function noField(it: Composition, contact: Contact, field: ContactField, asked: Place) {
  const inLocale = field === 'hours' || field === 'cost' ? ` in ${it.form.locale.tag}` : '';
  const there = CONTACT_FIELDS.filter((name) => shown(contact, name, it.form.locale.tag));
  return finding(
    'contact/no-field',
    asked,
    `"${contact.name}" has no ${field}${inLocale}`,
    `add it to ${it.register.file}, or name what is there: ${there.join(', ')}`,
    { locale: it.form.locale.tag },
  );
}
