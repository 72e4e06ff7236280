import type { Rule } from '../rule.js';
import { CONTENT, LANGUAGE } from './content.js';
import { DOCUMENT } from './document.js';
import { ELEMENTS } from './elements.js';
import { FILE_PARTS } from './file-parts.js';
import { FONTS } from './fonts.js';
import { IDENTIFICATION } from './identification.js';
import { NOTES } from './notes.js';
import { LISTS, TABLES } from './tables.js';

/** The rules of PDF/UA-1 that a program can judge. */
export const PDFUA_RULES: readonly Rule[] = [
  ...IDENTIFICATION,
  ...DOCUMENT,
  ...CONTENT,
  ...LANGUAGE,
  ...TABLES,
  ...LISTS,
  ...ELEMENTS,
  ...FILE_PARTS,
  ...NOTES,
  ...FONTS,
];
