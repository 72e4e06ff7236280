import type { CssNode } from 'css-tree';
import {
  type CssValue,
  type ReadValue,
  readAny,
  readColour,
  readLength,
  readNumber,
  readShare,
  readSignedLength,
  readTypeSize,
  readWeight,
  readWord,
  type StyleSetting,
  type ValueFault,
} from './css-value.js';

/** Values by the name that the box takes them by: shorthands and logical sides are resolved. */
export type Longhands = Readonly<Record<string, CssValue>>;

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

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof SIDES)[number];

const startSide = ({ direction }: StyleSetting): Side => (direction === 'rtl' ? 'right' : 'left');
const endSide = ({ direction }: StyleSetting): Side => (direction === 'rtl' ? 'left' : 'right');

type Read = PropertyRule['read'];

const isFault = (value: CssValue | ValueFault): value is ValueFault => value.kind === 'fault';

/** One value, under one name. */
const one =
  (name: string | ((setting: StyleSetting) => string), read: ReadValue): Read =>
  ([item, ...more], setting) => {
    if (!item || more.length > 0) return undefined;
    const value = read(item, setting);
    if (value === undefined || isFault(value)) return value;
    return { [typeof name === 'string' ? name : name(setting)]: value };
  };

/** One to four values for the four sides, as CSS deals them out. */
const fourSides =
  (name: (side: Side) => string, read: ReadValue): Read =>
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
const twoSides =
  (names: (setting: StyleSetting) => readonly [string, string], read: ReadValue): Read =>
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

const rule = (on: PropertyRule['on'], values: string, does: string, read: Read): PropertyRule => ({
  on,
  values,
  does,
  read,
});

/** padding or margin: all sides, each side, and the sides of a line. */
function spacing(name: 'padding' | 'margin', does: string): Record<string, PropertyRule> {
  const read = name === 'margin' ? readSignedLength : readLength;
  const values = 'mm';
  const to = (side: Side): string => `${name}-${side}`;
  const make = (what: string, reader: Read, listed = values): PropertyRule =>
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

const readExtent = readAny(readLength, readShare, readWord('auto'));
const readOffset = readAny(readSignedLength, readShare, readWord('auto'));
const EXTENT = 'mm, %, auto';

function extents(): Record<string, PropertyRule> {
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

function insets(): Record<string, PropertyRule> {
  const rules: Record<string, PropertyRule> = {};
  for (const side of SIDES)
    rules[side] = rule('box', EXTENT, `distance from the ${side}`, one(side, readOffset));
  const logical = (side: (it: StyleSetting) => Side, what: string): PropertyRule =>
    rule('box', EXTENT, `distance from where lines ${what}`, one(side, readOffset));
  rules['inset-inline-start'] = logical(startSide, 'start');
  rules['inset-inline-end'] = logical(endSide, 'end');
  return rules;
}

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
  (sides: (setting: StyleSetting) => readonly Side[]): Read =>
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

function borders(): Record<string, PropertyRule> {
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

const COLOUR = 'var(--token), or the exact #rrggbb of a token';

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
const readFlex: Read = (items, setting) => {
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

/** The CSS subset: every property, its values, and what it does. */
export const PROPERTIES: Readonly<Record<string, PropertyRule>> = {
  color: rule('text', COLOUR, 'the ink of text, QR codes and icons', one('color', readColour)),
  'font-family': rule(
    'text',
    'body, heading',
    "one of the brand's two families",
    one('font-family', readWord('body', 'heading')),
  ),
  'font-size': rule(
    'text',
    'pt, mm',
    'the size of type; a locale may multiply it',
    one('font-size', readTypeSize),
  ),
  'font-weight': rule(
    'text',
    'normal, bold, 100 to 900',
    'the weight of type',
    one('font-weight', readWeight),
  ),
  'line-height': rule(
    'text',
    'a number, pt, mm',
    'the distance of baselines; a number is times the size; a locale may ask for more',
    one('line-height', readAny(readNumber, readTypeSize)),
  ),
  'text-align': rule(
    'text',
    'start, center, end',
    'where lines stand',
    one('text-align', readWord('start', 'center', 'end')),
  ),
  hyphens: rule(
    'text',
    'manual, auto',
    'auto: long words may part at a line’s end as their language parts them, names and headings apart; clear print has none, so manual is the default: then only the copy’s own soft hyphens part a word',
    one('hyphens', readWord('manual', 'auto')),
  ),
  'baseline-grid': rule(
    'text',
    'none, pt, mm',
    'a grid from the top of the panel, alike on all panels: lines are a whole number of steps high, and every line of text stands on a step',
    one('baseline-grid', readAny(readTypeSize, readWord('none'))),
  ),
  'background-color': rule(
    'box',
    `${COLOUR}, transparent`,
    'the ground of the box; a panel’s runs to the bleed',
    one('background-color', readColour),
  ),
  ...spacing('padding', 'space inside the box'),
  ...spacing('margin', 'space outside the box; margins do not collapse'),
  ...extents(),
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
