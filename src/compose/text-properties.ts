import {
  readAny,
  readColour,
  readNumber,
  readTypeSize,
  readWeight,
  readWord,
} from './css-value.js';
import { one } from './deal-values.js';
import { type PropertyRule, rule } from './property-rule.js';

/** As an author writes a colour. */
export const COLOUR = 'var(--token), or the exact #rrggbb of a token';

/** The look of lines of text: inherited by what a box holds. */
export const TEXT_PROPERTIES: Readonly<Record<string, PropertyRule>> = {
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
};
