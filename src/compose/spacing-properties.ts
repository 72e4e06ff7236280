import { endSide, SIDES, type Side, startSide } from './box-sides.js';
import { readLength, readSignedLength } from './css-value.js';
import { fourSides, one, twoSides } from './deal-values.js';
import { type PropertyRule, type ReadProperty, rule } from './property-rule.js';

/** padding or margin: all sides, each side, and the sides of a line. */
export function spacing(name: 'padding' | 'margin', does: string): Record<string, PropertyRule> {
  const read = name === 'margin' ? readSignedLength : readLength;
  const values = 'mm';
  const to = (side: Side): string => `${name}-${side}`;
  const make = (what: string, reader: ReadProperty, listed = values): PropertyRule =>
    rule('box', listed, `${does}: ${what}`, reader);
  return {
    [name]: make('all sides', fourSides(to, read), '1 to 4 lengths in mm'),
    ...Object.fromEntries(SIDES.map((side) => [to(side), make(side, one(to(side), read))])),
    [`${name}-block`]: make(
      'above and below',
      twoSides(() => [to('top'), to('bottom')], read),
      '1 or 2 lengths in mm',
    ),
    [`${name}-inline`]: make(
      'where lines start and end',
      twoSides((it) => [to(startSide(it)), to(endSide(it))], read),
      '1 or 2 lengths in mm',
    ),
    [`${name}-block-start`]: make('above', one(to('top'), read)),
    [`${name}-block-end`]: make('below', one(to('bottom'), read)),
    [`${name}-inline-start`]: make(
      'where lines start',
      one((it) => to(startSide(it)), read),
    ),
    [`${name}-inline-end`]: make(
      'where lines end',
      one((it) => to(endSide(it)), read),
    ),
  };
}
