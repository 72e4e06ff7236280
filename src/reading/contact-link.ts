import type { ContactRegister } from '../sources/contact-register.js';
import { contactTarget } from '../sources/contact-target.js';

/** Where a touch on a number or an address leads. */
export interface ReadingLink {
  /** `tel:` with the digits as dialled in the country of sale, `sms:`, or the whole https address. */
  readonly target: string;
  /** Whose it is and what is printed: `Childline: 0800 1111`. Said in place of the target. */
  readonly label: string;
}

/**
 * The link for a field of the register, such as `GB.childline.phone`; undefined where the field leads nowhere. A
 * network's short code leads nowhere: the register does not say whether it takes a call or a text.
 */
export function contactLink(register: ContactRegister, ref: string): ReadingLink | undefined {
  const [country, id = '', field = ''] = ref.split('.');
  if (country !== register.country) return undefined;
  const contact = Object.hasOwn(register.contacts, id) ? register.contacts[id] : undefined;
  const target = contact && contactTarget(contact, field);
  if (!contact || target === undefined) return undefined;
  const shown = contact[field as 'phone' | 'url' | 'text']?.shown ?? '';
  return { target, label: `${contact.name}: ${shown}` };
}
