import { createHash } from 'node:crypto';

/** A job code and the file's id for a record, as long as safeleaf's. */
export function jobOf({ sku }) {
  const id = createHash('sha256').update(sku).digest('hex').slice(0, 32);
  const code = String(Number.parseInt(id.slice(0, 7), 16) % 100_000_000).padStart(8, '0');
  const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-8${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20)}`;
  // Digits alone: the fonts of any few leaflets have them all.
  return { job: `SL-${code.slice(0, 4)}-${code.slice(4)}`, id, uuid };
}
