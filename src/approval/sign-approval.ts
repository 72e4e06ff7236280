import { type KeyObject, sign } from 'node:crypto';
import type { Approval } from '../sources/approval.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import type { FromFile } from '../sources/source-file.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { canonicalJson } from './canonical.js';
import { publicKeyOf } from './key-pair.js';
import { contactStatements, unitDigest } from './statement.js';

/** What stands in an approval file. */
export type ApprovalFile = Omit<Approval, keyof FromFile>;

/** Who approves, and for how long. Days are `YYYY-MM-DD`. */
export interface ApprovalTerms {
  readonly approver: { readonly name: string; readonly organisation: string };
  readonly approvedOn: string;
  readonly endsOn: string;
}

/**
 * Signs the exact words of a deck, and those fields of the register that it prints: a hash each, so
 * that a later change shows which sentence is no longer the approved one.
 */
export function signApproval(
  deck: CopyDeck,
  register: ContactRegister,
  refs: ReadonlySet<string>,
  terms: ApprovalTerms,
  key: KeyObject,
): ApprovalFile {
  const contacts = [...contactStatements(register).values()]
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, shown, sha256 }) => [ref, { sha256, shown }] as const);
  const body = {
    deck: deck.id,
    locale: deck.locale,
    ...terms,
    publicKey: publicKeyOf(key),
    units: Object.fromEntries(
      deck.units
        .flatMap(wordingsOf)
        .map((unit) => [unit.key, { sha256: unitDigest(unit), text: unit.text }]),
    ),
    contacts: Object.fromEntries(contacts),
  };
  return {
    ...body,
    signature: sign(null, Buffer.from(canonicalJson(body)), key).toString('base64'),
  };
}
