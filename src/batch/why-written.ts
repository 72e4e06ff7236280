import type { Leaflet } from '../plan/plan.js';
import { localesOf } from '../sources/locale-field.js';
import type { Manifest } from './manifest.js';

/** What two runs are made from and with. */
export type MadeFrom = Pick<Manifest, 'inputs' | 'safeleaf' | 'node' | 'zlib' | 'icu' | 'printOn'>;

/** How many names of changed files a reason gives before it counts the rest. */
const MOST_NAMES = 3;

/** What differs between what an earlier run was made from and what this one is, as far as it concerns a leaflet. */
export function whatChanged(before: MadeFrom, now: MadeFrom, leaflet: Leaflet): string {
  const files = changedInputs(before, now).filter((file) => concerns(file, leaflet));
  const more = files.length > MOST_NAMES ? ` and ${files.length - MOST_NAMES} more` : '';
  const named = files.length > 0 ? [`${files.slice(0, MOST_NAMES).join(', ')}${more}`] : [];
  const tools = (['safeleaf', 'node', 'zlib', 'icu', 'printOn'] as const)
    .filter((key) => before[key] !== now[key])
    .map((key) => `${key} (${before[key]}, now ${now[key]})`);
  const all = [...named, ...tools];
  return all.length > 0
    ? `changed: ${all.join('; ')}`
    : 'changed: the leaflets beside it, whose letters its fonts share, or a file that a run before the last one read';
}

/** Files that were read by only one of two runs, or were not the same in both. */
function changedInputs({ inputs: before }: MadeFrom, { inputs: now }: MadeFrom): readonly string[] {
  const hashes = new Map(before.map(({ file, sha256 }) => [file, sha256]));
  const changed = now.filter(({ file, sha256 }) => hashes.get(file) !== sha256);
  const known = new Set(now.map(({ file }) => file));
  const gone = before.filter(({ file }) => !known.has(file));
  return [...changed, ...gone].map(({ file }) => file).sort();
}

/** Whether a leaflet could be made from a file: those of other brands, locales and templates are not its own. */
function concerns(file: string, { form }: Leaflet): boolean {
  const [shelf, name = ''] = file.split('/');
  if (shelf === 'brand-kits') return name === form.brand.id;
  if (shelf === 'locales') return name === 'contacts' || localesOf(form.locales).includes(name);
  if (shelf === 'templates') return name === 'formats' || name === form.template.id;
  return true;
}
