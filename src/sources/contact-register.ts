import { z } from 'zod';
import { contactUrlFault } from './contact-url-fault.js';
import { day } from './day-field.js';
import { localeTag } from './locale-field.js';
import type { FromFile } from './source-file.js';
import { text } from './text-field.js';

/** Digits as a person in the country of sale dials them. E.164 fails for freephone and short numbers. */
const DIAL = /^[0-9]{3,15}$/;

/** A number as people write it: digits in groups. */
const SHOWN = /^[(]?[0-9][0-9 ()-]*$/;

/** Ids of the register become parts of references, such as `{contact.childline.phone}`. */
const REGISTER_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const digitsOf = (shown: string): string => shown.replaceAll(/[^0-9]/g, '');

const registerId = z
  .string()
  .regex(REGISTER_ID, 'name it in lower-case letters, digits and hyphens, such as childline');

const provenance = {
  source: text('write where this was read: the address of the page'),
  checkedOn: day('write the day somebody last read it there'),
  confirmedOn: day('write the day its operator confirmed it, or null if nobody has').nullable(),
};

const shownNumber = z
  .string('write the number as people in this country write it')
  .regex(SHOWN, 'write the number as people in this country write it: digits and spaces');

/** Where a field of the register was read, when, and whether its operator has confirmed it. */
export const Provenance = z.strictObject(provenance);
export type Provenance = Readonly<z.infer<typeof Provenance>>;

/** A number: printed as `shown`, dialled as `dial` (digits, as dialled in the country of sale). */
const ContactNumber = z
  .strictObject({
    shown: shownNumber,
    dial: z
      .string('write the digits to dial')
      .regex(DIAL, 'write the digits to dial in the country of sale, 3 to 15, without spaces'),
    ...provenance,
  })
  .refine(({ shown, dial }) => digitsOf(shown) === dial, {
    path: ['dial'],
    error:
      'write the same digits in shown and dial; look at the source again to see which is right',
  });
type ContactNumber = Readonly<z.infer<typeof ContactNumber>>;

/** A number to send a text to. */
const ContactText = z
  .strictObject({
    shown: shownNumber,
    number: z
      .string('write the digits to text to')
      .regex(DIAL, 'write the digits to text to, 3 to 15, without spaces'),
    keyword: text('write the word that opens the text').optional(),
    ...provenance,
  })
  .refine(({ shown, number }) => digitsOf(shown) === number, {
    path: ['number'],
    error:
      'write the same digits in shown and number; look at the source again to see which is right',
  });
type ContactText = Readonly<z.infer<typeof ContactText>>;

/** An address: printed as `shown`, opened as `target` (https, no shortener, no tracking). */
const ContactUrl = z
  .strictObject({
    shown: text('write the address as it is printed, such as childline.org.uk'),
    target: text('write the whole address, such as https://www.childline.org.uk/'),
    ...provenance,
  })
  .superRefine(({ shown, target }, context) => {
    const fault = contactUrlFault(shown, target);
    if (fault !== undefined)
      context.addIssue({ code: 'custom', path: [fault.field], message: fault.fix });
  });
type ContactUrl = Readonly<z.infer<typeof ContactUrl>>;

/** A fact in words (hours, cost), by locale; a locale that is not there cannot print it. */
const ContactFact = z.strictObject({
  shown: z.record(
    localeTag('name the locale'),
    text('write the fact in the words of this locale'),
    'write it by locale, such as en-GB: "24 hours, every day"',
  ),
  ...provenance,
});
type ContactFact = Readonly<z.infer<typeof ContactFact>>;

const ContactEntry = z.strictObject({
  name: text('write the name that its own organisation uses'),
  operator: text('write who runs it'),
  area: text('write where it serves, such as Scotland').nullish(),
  audience: z
    .array(text('write who it is for'), 'list who it is for, such as [children, parents]')
    .min(1, 'list who it is for, such as [children, parents]'),
  status: z.enum(['active', 'unconfirmed', 'closed'], 'write active, unconfirmed or closed'),
  phone: ContactNumber.optional(),
  text: ContactText.optional(),
  url: ContactUrl.optional(),
  hours: ContactFact.optional(),
  cost: ContactFact.optional(),
  reviewBy: day('write the day by which somebody must check it again'),
});

const NetworkEntry = z.strictObject({
  name: text('write the name as people know it'),
  codes: z.record(registerId, ContactNumber, 'write the short codes by name, such as lock'),
  url: ContactUrl.optional(),
});

const Law = z.strictObject({
  shown: text('write the law as it is cited, such as Protection of Children Act 1978'),
  source: text('write the address where the law stands'),
});

/** `locales/contacts/<country>.yaml` as it is written. */
export const ContactRegisterFile = z.strictObject({
  country: z
    .string('write the country in two letters, such as GB')
    .regex(/^[A-Z]{2}$/, 'write the country in two capital letters, such as GB'),
  contacts: z.record(registerId, ContactEntry, 'write the contacts by id, such as childline'),
  networks: z.record(registerId, NetworkEntry, 'write the networks by id, such as ee').default({}),
  laws: z.record(registerId, Law, 'write the laws by id').default({}),
});
export type ContactRegisterFile = z.infer<typeof ContactRegisterFile>;

/** A helpline or reporting service. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly operator: string;
  readonly area?: string | undefined;
  readonly audience: readonly string[];
  readonly status: 'active' | 'unconfirmed' | 'closed';
  readonly phone?: ContactNumber | undefined;
  readonly text?: ContactText | undefined;
  readonly url?: ContactUrl | undefined;
  readonly hours?: ContactFact | undefined;
  readonly cost?: ContactFact | undefined;
  /** Print stops after this day. */
  readonly reviewBy: string;
}

/** A mobile network with its short codes, such as `lock: 879`. */
export interface Network {
  readonly id: string;
  readonly name: string;
  readonly codes: Readonly<Record<string, ContactNumber>>;
  readonly url?: ContactUrl | undefined;
}

/** `locales/contacts/<country>.yaml`. */
export interface ContactRegister extends FromFile {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly contacts: Readonly<Record<string, Contact>>;
  readonly networks: Readonly<Record<string, Network>>;
  /** Short references to laws, such as `poca: Protection of Children Act 1978`. */
  readonly laws: Readonly<Record<string, { readonly shown: string; readonly source: string }>>;
}
