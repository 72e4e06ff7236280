import type { PDFObject } from '@cantoo/pdf-lib';
import { entryOf, itemsOf, nameOf } from './pdf-values.js';
import { Name, type Operand } from './tokens.js';

/** Inline images shorten names (ISO 32000-1, table 93). */
const SHORT_SPACES: Readonly<Record<string, string>> = {
  G: 'DeviceGray',
  RGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
};

/** The colour space that a name stands for: one of the page's resources, or one of PDF's own. */
export const spaceOf = (name: string, resources: PDFObject | undefined): string => {
  const named = entryOf(entryOf(resources, 'ColorSpace'), name);
  return named === undefined ? name : spaceName(named);
};

/** A colour space's family; a Separation with the name of its plate. */
export function spaceName(space: PDFObject | undefined): string {
  const family = nameOf(space) ?? nameOf(itemsOf(space)[0]) ?? 'unknown';
  return family === 'Separation' ? `Separation ${nameOf(itemsOf(space)[1]) ?? ''}` : family;
}

/** The colour space of an inline image; undefined for a mask. */
export function inlineImageSpace(
  operands: readonly Operand[],
  resources: PDFObject | undefined,
): string | undefined {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [key, value] = [operands[at], operands[at + 1]];
    const isSpace = key instanceof Name && (key.text === 'CS' || key.text === 'ColorSpace');
    if (isSpace && value instanceof Name)
      return spaceOf(SHORT_SPACES[value.text] ?? value.text, resources);
  }
  return undefined;
}
