import type { Edges } from '../units/box.js';
import type { Ink } from '../units/ink.js';
import type { Border, BoxStyle, Length } from './blocks.js';
import type { WonValues } from './cascade.js';
import type { CssValue } from './css-value.js';

const AUTO: Length = 'auto';

function length(value: CssValue | undefined): Length {
  if (value?.kind === 'mm') return { unit: 'mm', value: value.mm };
  if (value?.kind === 'share') return { unit: 'share', value: value.share };
  return AUTO;
}

const millimetres = (value: CssValue | undefined): number => (value?.kind === 'mm' ? value.mm : 0);

const JUSTIFY: Readonly<Record<string, BoxStyle['justify']>> = {
  'flex-start': 'start',
  start: 'start',
  center: 'center',
  'flex-end': 'end',
  end: 'end',
  'space-between': 'between',
  'space-around': 'around',
  'space-evenly': 'evenly',
};

const ALIGN: Readonly<Record<string, NonNullable<BoxStyle['alignSelf']>>> = {
  'flex-start': 'start',
  start: 'start',
  center: 'center',
  'flex-end': 'end',
  end: 'end',
  stretch: 'stretch',
};

const alignItems = (word: string | undefined): BoxStyle['align'] =>
  word === 'baseline' ? 'baseline' : (ALIGN[word ?? ''] ?? 'stretch');

/** What of the box around it decides about a box. */
export interface Around {
  /** A box in a row may grow narrower when room is missing, as in CSS; in a column nothing shrinks unless told to. */
  readonly inRow: boolean;
  /** What lines without a colour take. */
  readonly ink: Ink;
}

/** A box as layout takes it, from the values that hold for an element. */
export function boxStyle(won: WonValues, around: Around): BoxStyle {
  const value = (name: string): CssValue | undefined => won.get(name)?.value;
  const word = (name: string): string | undefined => {
    const it = value(name);
    return it?.kind === 'word' ? it.word : undefined;
  };
  const number = (name: string, otherwise: number): number => {
    const it = value(name);
    return it?.kind === 'number' ? it.number : otherwise;
  };
  const edges = (name: string): Edges => ({
    top: millimetres(value(`${name}-top`)),
    right: millimetres(value(`${name}-right`)),
    bottom: millimetres(value(`${name}-bottom`)),
    left: millimetres(value(`${name}-left`)),
  });
  const ground = value('background-color');
  const self = word('align-self');
  return {
    direction: isRow(word('display'), word('flex-direction')) ? 'row' : 'column',
    justify: JUSTIFY[word('justify-content') ?? ''] ?? 'start',
    align: alignItems(word('align-items')),
    alignSelf: self === undefined ? undefined : ALIGN[self],
    wrap: word('flex-wrap') === 'wrap',
    grow: number('flex-grow', 0),
    shrink: number('flex-shrink', around.inRow ? 1 : 0),
    basis: length(value('flex-basis')),
    rowGap: millimetres(value('row-gap')),
    columnGap: millimetres(value('column-gap')),
    width: length(value('width')),
    height: length(value('height')),
    minWidth: length(value('min-width')),
    minHeight: length(value('min-height')),
    maxWidth: length(value('max-width')),
    maxHeight: length(value('max-height')),
    padding: edges('padding'),
    margin: edges('margin'),
    position: word('position') === 'absolute' ? 'absolute' : 'relative',
    inset: {
      top: length(value('top')),
      right: length(value('right')),
      bottom: length(value('bottom')),
      left: length(value('left')),
    },
    background: ground?.kind === 'ink' ? ground.ink : undefined,
    border: {
      top: border(won, 'top', around.ink),
      right: border(won, 'right', around.ink),
      bottom: border(won, 'bottom', around.ink),
      left: border(won, 'left', around.ink),
    },
    radius: millimetres(value('border-radius')),
  };
}

/** Every box lays out as a flexbox: a column, unless flex-direction says row, or display: flex stands alone. */
const isRow = (display: string | undefined, direction: string | undefined): boolean =>
  direction === undefined ? display === 'flex' : direction === 'row';

function border(won: WonValues, side: string, ink: Ink): Border | undefined {
  const width = millimetres(won.get(`border-${side}-width`)?.value);
  if (width <= 0) return undefined;
  const colour = won.get(`border-${side}-color`)?.value;
  if (colour?.kind !== 'ink') return { width, ink };
  return colour.ink && { width, ink: colour.ink };
}
