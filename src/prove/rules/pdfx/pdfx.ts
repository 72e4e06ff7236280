import type { Rule } from '../rule.js';
import { COLOUR } from './colour.js';
import { IDENTIFICATION } from './identification.js';
import { OBJECTS } from './objects.js';
import { OUTPUT_INTENT } from './output-intent.js';
import { PAGES } from './pages.js';

/** The rules of PDF/X-4. X24 asks nothing: tags are allowed, and the press does not see them. */
export const PDFX_RULES: readonly Rule[] = [
  ...IDENTIFICATION,
  ...OUTPUT_INTENT,
  ...PAGES,
  ...OBJECTS,
  ...COLOUR,
].sort((a, b) => (a.id < b.id ? -1 : 1));
