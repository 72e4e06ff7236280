import { SIDES, type Side } from './box-sides.js';
import { type CssValue, isFault, type ReadValue, type StyleSetting } from './css-value.js';
import type { ReadProperty } from './property-rule.js';

/** One value, under one name. */
export const one =
  (name: string | ((setting: StyleSetting) => string), read: ReadValue): ReadProperty =>
  ([item, ...more], setting) => {
    if (!item || more.length > 0) return undefined;
    const value = read(item, setting);
    if (value === undefined || isFault(value)) return value;
    return { [typeof name === 'string' ? name : name(setting)]: value };
  };

/** One to four values for the four sides, as CSS deals them out. */
export const fourSides =
  (name: (side: Side) => string, read: ReadValue): ReadProperty =>
  (items, setting) => {
    if (items.length < 1 || items.length > 4) return undefined;
    const longhands: Record<string, CssValue> = {};
    for (const [index, side] of SIDES.entries()) {
      const item = items[index] ?? items[index - 2] ?? items[0];
      const value = item && read(item, setting);
      if (value === undefined || isFault(value)) return value;
      longhands[name(side)] = value;
    }
    return longhands;
  };

/** One or two values for two sides. */
export const twoSides =
  (names: (setting: StyleSetting) => readonly [string, string], read: ReadValue): ReadProperty =>
  (items, setting) => {
    const [first, second = first, ...more] = items;
    if (!first || !second || more.length > 0) return undefined;
    const [from, to] = names(setting);
    const start = read(first, setting);
    const end = read(second, setting);
    if (start === undefined || isFault(start)) return start;
    if (end === undefined || isFault(end)) return end;
    return { [from]: start, [to]: end };
  };
