import type { CssNode } from 'css-tree';
import type { CssValue, StyleSetting, ValueFault } from './css-value.js';

/** Values by the name that the box takes them by: shorthands and logical sides are resolved. */
export type Longhands = Readonly<Record<string, CssValue>>;

/** What a property does, takes and gives. */
export interface PropertyRule {
  readonly does: string;
  /** As an author writes them; findings and the table repeat it. */
  readonly values: string;
  /** What the property acts on: lines of text (inherited), the box itself, or the children in a box. */
  readonly on: 'text' | 'box' | 'children';
  readonly read: (
    items: readonly CssNode[],
    setting: StyleSetting,
  ) => Longhands | ValueFault | undefined;
}

/** Reads what stands behind a property's name; undefined where that is not one of its values. */
export type ReadProperty = PropertyRule['read'];

export const rule = (
  on: PropertyRule['on'],
  values: string,
  does: string,
  read: ReadProperty,
): PropertyRule => ({
  on,
  values,
  does,
  read,
});
