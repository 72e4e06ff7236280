import { type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf, nearest } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Leaflet } from '../plan/plan.js';

/** What `--only` can select by, and where it stands in a leaflet. */
const FIELDS: Readonly<Record<string, (leaflet: Leaflet) => string | undefined>> = {
  template: ({ form }) => form.template.id,
  brand: ({ form }) => form.brand.id,
  locale: ({ form }) => form.locales,
  sku: ({ phone }) => phone.sku,
  maker: ({ phone }) => phone.maker,
  network: ({ phone }) => phone.network,
  shop: ({ phone }) => phone.shop,
  os: ({ phone }) => phone.os,
};

export const ONLY_KEYS = Object.keys(FIELDS);

/** One `--only key=value`. */
export interface Only {
  readonly key: string;
  readonly value: string;
}

/** Reads `key=value`; gives what is wrong with it as a string. */
export function parseOnly(text: string): Only | string {
  const [key = '', ...rest] = text.split('=');
  const value = rest.join('=');
  if (!(key in FIELDS)) {
    const meant = nearest(key, ONLY_KEYS);
    return `"${key}" is no key. ${meant ? `Did you mean ${meant}?` : `Use one of ${ONLY_KEYS.join(', ')}.`}`;
  }
  return value === '' ? `Write a value after "${key}=".` : { key, value };
}

/** Whether a leaflet is wanted: for each key one of its values; different keys must all fit. */
export function onlyFilter(only: readonly Only[]): (leaflet: Leaflet) => boolean {
  const byKey = new Map<string, Set<string>>();
  for (const { key, value } of only)
    byKey.set(key, (byKey.get(key) ?? new Set()).add(value.toLowerCase()));
  return (leaflet) =>
    [...byKey].every(([key, values]) => values.has(FIELDS[key]?.(leaflet)?.toLowerCase() ?? ''));
}

/** What is wrong with a choice that leaves no leaflet of a campaign. */
export function nothingChosen(only: readonly Only[], leaflets: readonly Leaflet[]): Finding[] {
  if (leaflets.some(onlyFilter(only))) return [];
  const unknown = only.filter((it) => !leaflets.some(onlyFilter([it])));
  const at = { file: '--only' };
  if (unknown.length === 0) {
    const all = only.map(({ key, value }) => `${key}=${value}`).join(' ');
    const problem = `no leaflet of the campaign is ${quoted(all)} at once`;
    return [finding('build/nothing-chosen', at, problem, 'ask for less at once')];
  }
  return unknown.map(({ key, value }) => {
    const known = leaflets.flatMap((leaflet) => FIELDS[key]?.(leaflet) ?? []);
    const problem = `no leaflet of the campaign has ${key} ${quoted(value)}`;
    return finding('build/nothing-chosen', at, problem, nameOneOf(value, [...new Set(known)]));
  });
}
