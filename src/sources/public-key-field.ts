import { z } from 'zod';

/** Base64 of 32 bytes: 43 letters and one "=". */
const KEY = /^[A-Za-z0-9+/]{43}=$/;
const SAY = 'paste the public key that the approver sent: 44 characters that end in =';

/** An approver's public key, as `safeleaf copy keygen` shows it. */
export const publicKey = z.string(SAY).regex(KEY, SAY);
