import { endSide, SIDES, type Side, startSide } from './box-sides.js';
import {
  readAny,
  readLength,
  readShare,
  readSignedLength,
  readWord,
  type StyleSetting,
} from './css-value.js';
import { one } from './deal-values.js';
import { type PropertyRule, rule } from './property-rule.js';

/** How long a box is along one way: in mm, as a share of the box around it, or as long as what it holds. */
export const readExtent = readAny(readLength, readShare, readWord('auto'));
const readOffset = readAny(readSignedLength, readShare, readWord('auto'));

/** As an author writes an extent. */
export const EXTENT = 'mm, %, auto';

/** How wide and how high a box is. */
export function extents(): Record<string, PropertyRule> {
  const rules: Record<string, PropertyRule> = {};
  for (const [name, what] of [
    ['width', 'how wide the box is, its padding and border included'],
    ['height', 'how high the box is, its padding and border included'],
    ['min-width', 'how wide the box is at least'],
    ['min-height', 'how high the box is at least'],
    ['max-width', 'how wide the box is at most'],
    ['max-height', 'how high the box is at most'],
  ] as const)
    rules[name] = rule('box', EXTENT, what, one(name, readExtent));
  return rules;
}

/** How far a box is from the sides of the box around it. */
export function insets(): Record<string, PropertyRule> {
  const rules: Record<string, PropertyRule> = {};
  for (const side of SIDES)
    rules[side] = rule('box', EXTENT, `distance from the ${side}`, one(side, readOffset));
  const logical = (side: (it: StyleSetting) => Side, what: string): PropertyRule =>
    rule('box', EXTENT, `distance from where lines ${what}`, one(side, readOffset));
  rules['inset-inline-start'] = logical(startSide, 'start');
  rules['inset-inline-end'] = logical(endSide, 'end');
  return rules;
}
