import { GWG_RULES } from './gwg/gwg.js';
import { PDFUA_RULES } from './pdfua/pdfua.js';
import { PDFX_RULES } from './pdfx/pdfx.js';
import type { Rule } from './rule.js';

/** Every rule on the bytes of a finished file. */
export const ALL_RULES: readonly Rule[] = [...PDFX_RULES, ...GWG_RULES, ...PDFUA_RULES];
