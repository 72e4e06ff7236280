import type { Product, Rule, Severity } from '../rule.js';
import { rulesOf } from '../rule.js';

/** How a rule holds for each product; `none` where it does not. */
type Levels = readonly [Severity | 'none', Severity | 'none', Severity | 'none'];

/** Makes rules of the Ghent Workgroup's 2022 settings; `levels` are those of SheetCMYK, SheetSpot, Label & Leaflet. */
export function gwgRules(why: string, [cmyk, spot, label]: Levels) {
  const products: Rule['products'] = {
    'sheet-cmyk': cmyk,
    'sheet-spot': spot,
    'label-leaflet': label,
  } satisfies Record<Product, Severity | 'none'>;
  const severity: Severity = [cmyk, spot, label].includes('error') ? 'error' : 'warning';
  return rulesOf({
    family: 'gwg',
    why,
    severity,
    products,
    source: 'Ghent Workgroup 2022: SheetCMYK, SheetSpot, Label & Leaflet',
  });
}

export const ERROR: Levels = ['error', 'error', 'error'];
export const WARNING: Levels = ['warning', 'warning', 'warning'];
