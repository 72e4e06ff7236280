import { z } from 'zod';
import { day } from './day-field.js';
import { id } from './id-field.js';
import { localeTag } from './locale-field.js';
import { publicKey } from './public-key-field.js';
import type { FromFile } from './source-file.js';
import { text } from './text-field.js';

/** The fix for whatever is wrong in a file that no hand should touch. */
const ASK = 'ask the approver for the file again, or run safeleaf copy approve';

const sha256 = z.string(ASK).regex(/^[0-9a-f]{64}$/, ASK);

/** `locales/<tag>/<deck>.approval.json` as it is written. Its parts are checked again by the signature. */
export const ApprovalFile = z.strictObject({
  deck: id('write the name of the deck'),
  locale: localeTag('write the locale of the deck'),
  approver: z.strictObject({
    name: text('write who approved'),
    organisation: text('write for whom they approved'),
  }),
  approvedOn: day('write the day of approval'),
  endsOn: day('write the day on which the approval ends'),
  publicKey,
  units: z.record(z.string(), z.strictObject({ sha256, text: z.string(ASK) }), ASK),
  contacts: z.record(z.string(), z.strictObject({ sha256, shown: z.string(ASK) }), ASK),
  signature: z.string(ASK).regex(/^[A-Za-z0-9+/]{86}==$/, ASK),
});
export type ApprovalFile = z.infer<typeof ApprovalFile>;

/** `locales/<tag>/<deck>.approval.json`: who approved which bytes until when. */
export interface Approval extends FromFile {
  readonly deck: string;
  readonly locale: string;
  readonly approver: { readonly name: string; readonly organisation: string };
  readonly approvedOn: string;
  readonly endsOn: string;
  /** Base64 of the raw 32-byte Ed25519 public key. */
  readonly publicKey: string;
  /** Unit key -> its exact words and SHA-256 (hex) of its canonical JSON (RFC 8785). */
  readonly units: Readonly<Record<string, { readonly sha256: string; readonly text: string }>>;
  /** Contact field, such as `GB.childline.phone` -> the same. */
  readonly contacts: Readonly<Record<string, { readonly sha256: string; readonly shown: string }>>;
  /** Base64 of the signature over the canonical JSON of all the other fields. */
  readonly signature: string;
}
