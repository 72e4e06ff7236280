import type { Checked } from '../diagnostics/finding.js';
import type { BrandKit } from '../sources/brand-kit.js';
import type { Template } from '../sources/template.js';
import { DEFAULT_STYLE } from './default-style.js';
import { readStyle, type StyleSheet } from './read-style.js';

/** Our sheet and the template's, read in the inks of a brand. */
export interface ReadSheets {
  readonly defaults: Checked<StyleSheet>;
  readonly own: Checked<StyleSheet>;
}

/** A sheet is the same for all forms of a template, brand and direction: it is read once. */
const kept = new WeakMap<BrandKit, WeakMap<Template, Map<string, ReadSheets>>>();

/** The two style sheets of a form. */
export function sheetsOf(
  template: Template,
  brand: BrandKit,
  direction: 'ltr' | 'rtl',
): ReadSheets {
  const ofBrand = kept.get(brand) ?? new WeakMap<Template, Map<string, ReadSheets>>();
  kept.set(brand, ofBrand);
  const ofTemplate = ofBrand.get(template) ?? new Map<string, ReadSheets>();
  ofBrand.set(template, ofTemplate);
  const sheets = ofTemplate.get(direction) ?? readSheets(template, brand, direction);
  ofTemplate.set(direction, sheets);
  return sheets;
}

function readSheets(template: Template, brand: BrandKit, direction: 'ltr' | 'rtl'): ReadSheets {
  const own = readStyle(template.style, { inks: brand.inks, direction });
  return { defaults: defaultSheet(direction), own };
}

const defaultSheets = new Map<string, Checked<StyleSheet>>();

/** Our own sheet names no colour, so it is the same for every brand. */
function defaultSheet(direction: 'ltr' | 'rtl'): Checked<StyleSheet> {
  const sheet =
    defaultSheets.get(direction) ??
    readStyle({ file: 'default style', text: DEFAULT_STYLE }, { inks: {}, direction });
  const [fault] = sheet.findings;
  if (fault) throw new Error(`the default style is outside the subset: ${fault.problem}`);
  defaultSheets.set(direction, sheet);
  return sheet;
}
