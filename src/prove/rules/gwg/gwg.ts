import type { Rule } from '../rule.js';
import { INKS } from './inks.js';
import { OVERPRINT } from './overprint.js';
import { PAGES } from './pages.js';
import { PICTURES } from './pictures.js';
import { TYPE_AND_LINES } from './type-and-lines.js';

/**
 * The Ghent Workgroup's 2022 rules that bytes can tell. R0001 is the rules of PDF/X-4. R0006 (one page) does
 * not fit a leaflet, which has two sides. R0028 is for jobs with RGB pictures; ours keep to the stricter R0027.
 */
export const GWG_RULES: readonly Rule[] = [
  ...PAGES,
  ...OVERPRINT,
  ...TYPE_AND_LINES,
  ...INKS,
  ...PICTURES,
].sort((a, b) => (a.id < b.id ? -1 : 1));
