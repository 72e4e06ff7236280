import { borders } from './border-properties.js';
import { readColour, readWord } from './css-value.js';
import { one } from './deal-values.js';
import { extents, insets } from './extent-properties.js';
import { FLEX_PROPERTIES } from './flex-properties.js';
import { type PropertyRule, rule } from './property-rule.js';
import { spacing } from './spacing-properties.js';
import { COLOUR, TEXT_PROPERTIES } from './text-properties.js';

/** The CSS subset: every property, its values, and what it does. */
export const PROPERTIES: Readonly<Record<string, PropertyRule>> = {
  ...TEXT_PROPERTIES,
  'background-color': rule(
    'box',
    `${COLOUR}, transparent`,
    'the ground of the box; a panel’s runs to the bleed',
    one('background-color', readColour),
  ),
  ...spacing('padding', 'space inside the box'),
  ...spacing('margin', 'space outside the box; margins do not collapse'),
  ...extents(),
  ...FLEX_PROPERTIES,
  position: rule(
    'box',
    'relative, absolute',
    'absolute: out of the flow, placed by top, right, bottom, left in the box around it',
    one('position', readWord('relative', 'absolute')),
  ),
  ...insets(),
  ...borders(),
};

/** What a web author would write, and what to write here. */
export const PROPERTY_INSTEAD: Readonly<Record<string, string>> = {
  background: 'background-color',
  font: 'font-size, font-weight and font-family',
  'border-style': 'border (its lines are solid)',
  'list-style': 'nothing: lists have bullets or numbers',
  'text-transform': 'the copy itself',
  content: 'the copy itself',
  float: 'display: flex on the box around it',
  grid: 'display: flex',
  'grid-template-columns': 'display: flex',
  opacity: 'a brand token of its own: inks do not mix by chance',
  'box-shadow': 'border',
  overflow: 'nothing: copy that does not fit is a finding',
  'letter-spacing': 'font-weight or font-size',
  'text-decoration': 'font-weight: bold',
  'font-style': 'font-weight',
};
