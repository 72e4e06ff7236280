import { endSide, SIDES, type Side, startSide } from './box-sides.js';
import {
  type CssValue,
  isFault,
  type ReadValue,
  readAny,
  readColour,
  readLength,
  readTypeSize,
  readWord,
  type StyleSetting,
} from './css-value.js';
import { fourSides, one } from './deal-values.js';
import { type PropertyRule, type ReadProperty, rule } from './property-rule.js';

const readStroke = readAny(readLength, readPtLength());

/** Rules on paper are often given in points. */
function readPtLength(): ReadValue {
  return (node, setting) =>
    node.type === 'Dimension' && node.unit.toLowerCase() === 'pt'
      ? readTypeSize(node, setting)
      : undefined;
}

/** `width solid colour` in any order, or `none`, for some sides. */
const strokes =
  (sides: (setting: StyleSetting) => readonly Side[]): ReadProperty =>
  (items, setting) => {
    const parts: { width?: CssValue; colour?: CssValue; solid?: boolean } = {};
    if (items.length < 1 || items.length > 3) return undefined;
    for (const item of items) {
      if (readWord('none')(item, setting) && items.length === 1) {
        parts.width = { kind: 'mm', mm: 0 };
        continue;
      }
      const width = parts.width ? undefined : readStroke(item, setting);
      if (width && !isFault(width)) parts.width = width;
      else if (readWord('solid')(item, setting)) parts.solid = true;
      else {
        const colour = readColour(item, setting);
        if (colour === undefined || isFault(colour) || parts.colour)
          return colour && isFault(colour) ? colour : undefined;
        parts.colour = colour;
      }
    }
    const nothing = parts.width?.kind === 'mm' && parts.width.mm === 0;
    if (!parts.width || (!nothing && !parts.solid)) return undefined;
    const longhands: Record<string, CssValue> = {};
    for (const side of sides(setting)) {
      longhands[`border-${side}-width`] = parts.width;
      longhands[`border-${side}-color`] = parts.colour ?? { kind: 'word', word: 'currentcolor' };
    }
    return longhands;
  };

/** The lines around a box, and its corners. */
export function borders(): Record<string, PropertyRule> {
  const values = 'mm or pt, solid, a colour; none';
  const make = (what: string, sides: (it: StyleSetting) => readonly Side[]): PropertyRule =>
    rule('box', values, `a line ${what}; without a colour it takes the text's`, strokes(sides));
  return {
    border: make('around the box', () => SIDES),
    ...Object.fromEntries(
      SIDES.map((side) => [`border-${side}`, make(`at the ${side}`, () => [side])]),
    ),
    'border-inline-start': make('where lines start', (it) => [startSide(it)]),
    'border-inline-end': make('where lines end', (it) => [endSide(it)]),
    'border-block-start': make('above', () => ['top']),
    'border-block-end': make('below', () => ['bottom']),
    'border-width': rule(
      'box',
      '1 to 4 lengths in mm or pt',
      'how thick the lines around the box are',
      fourSides((side) => `border-${side}-width`, readStroke),
    ),
    'border-color': rule(
      'box',
      '1 to 4 colours',
      'the ink of the lines around the box',
      fourSides((side) => `border-${side}-color`, readColour),
    ),
    'border-radius': rule('box', 'mm', 'rounded corners', one('border-radius', readLength)),
  };
}
