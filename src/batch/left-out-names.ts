import type { MissingEntry } from './manifest.js';

/** Skus that are named before the rest is counted. */
const MOST_NAMES = 10;

/** The phones whose leaflets could not be made, in words: `NS-1 (Leeds), NS-2 and 3 more phones`. */
export function leftOutNames(missing: readonly MissingEntry[]): string {
  const names = [
    ...new Set(missing.map(({ sku, shop }) => (shop === undefined ? sku : `${sku} (${shop})`))),
  ];
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more phones` : '';
  return `${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}
