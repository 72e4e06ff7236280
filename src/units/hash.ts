import { createHash } from 'node:crypto';

/** SHA-256 as lower-case hex: how safeleaf names bytes. Pure: the same bytes, the same name. */
export const sha256Hex = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');
