import { type CssValue, isFault, readLength, readNumber, readWord } from './css-value.js';
import { one, twoSides } from './deal-values.js';
import { EXTENT, readExtent } from './extent-properties.js';
import { type Longhands, type PropertyRule, type ReadProperty, rule } from './property-rule.js';

const JUSTIFY = [
  'flex-start',
  'start',
  'center',
  'flex-end',
  'end',
  'space-between',
  'space-around',
  'space-evenly',
];
const ALIGN = ['flex-start', 'start', 'center', 'flex-end', 'end', 'stretch'];

/** `none`, `auto`, or grow, shrink and basis. */
const readFlex: ReadProperty = (items, setting) => {
  const flex = (grow: number, shrink: number, basis: CssValue): Longhands => ({
    'flex-grow': { kind: 'number', number: grow },
    'flex-shrink': { kind: 'number', number: shrink },
    'flex-basis': basis,
  });
  const [first, second, third, ...more] = items;
  if (!first || more.length > 0) return undefined;
  const word = readWord('none', 'auto')(first, setting);
  if (word?.kind === 'word' && items.length === 1)
    return word.word === 'none'
      ? flex(0, 0, { kind: 'word', word: 'auto' })
      : flex(1, 1, { kind: 'word', word: 'auto' });
  const grow = readNumber(first, setting);
  if (grow?.kind !== 'number') return undefined;
  const shrink = second && readNumber(second, setting);
  const last = third ?? (shrink?.kind === 'number' ? undefined : second);
  if (third && shrink?.kind !== 'number') return undefined;
  const basis = last ? readExtent(last, setting) : ({ kind: 'mm', mm: 0 } as const);
  if (!basis || isFault(basis)) return undefined;
  return flex(grow.number, shrink?.kind === 'number' ? shrink.number : 1, basis);
};

/** How the children of a box stand in a row or column and share its room. */
export const FLEX_PROPERTIES: Readonly<Record<string, PropertyRule>> = {
  display: rule(
    'children',
    'block, flex',
    'every box is a column, unless it says flex (then a row, as in CSS) or flex-direction',
    one('display', readWord('block', 'flex')),
  ),
  'flex-direction': rule(
    'children',
    'row, column',
    'a row starts where lines start',
    one('flex-direction', readWord('row', 'column')),
  ),
  'flex-wrap': rule(
    'children',
    'nowrap, wrap',
    'whether a row may become several',
    one('flex-wrap', readWord('nowrap', 'wrap')),
  ),
  'justify-content': rule(
    'children',
    JUSTIFY.join(', '),
    'where children stand along the row or column',
    one('justify-content', readWord(...JUSTIFY)),
  ),
  'align-items': rule(
    'children',
    [...ALIGN, 'baseline'].join(', '),
    'where children stand across the row or column; `baseline`, in a row: the first lines of its texts and slots stand on one line',
    one('align-items', readWord(...ALIGN, 'baseline')),
  ),
  'align-self': rule(
    'box',
    `auto, ${ALIGN.join(', ')}`,
    'where this box stands across its row or column',
    one('align-self', readWord('auto', ...ALIGN)),
  ),
  'flex-grow': rule(
    'box',
    'a number',
    'its share of room that is left',
    one('flex-grow', readNumber),
  ),
  'flex-shrink': rule(
    'box',
    'a number',
    'its share of room that is missing; in a column nothing shrinks unless told to',
    one('flex-shrink', readNumber),
  ),
  'flex-basis': rule(
    'box',
    EXTENT,
    'its size before growing and shrinking',
    one('flex-basis', readExtent),
  ),
  flex: rule('box', 'none, auto, or grow [shrink] [basis]', 'the three above at once', readFlex),
  gap: rule(
    'children',
    '1 or 2 lengths in mm',
    'space between rows, and between columns',
    twoSides(() => ['row-gap', 'column-gap'], readLength),
  ),
  'row-gap': rule('children', 'mm', 'space between rows', one('row-gap', readLength)),
  'column-gap': rule('children', 'mm', 'space between columns', one('column-gap', readLength)),
};
