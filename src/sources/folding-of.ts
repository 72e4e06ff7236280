import type { FoldStep } from './fold-step.js';
import type { Format } from './format.js';
import { panelPlaces } from './panel-places.js';

/** The folds of a piece in the order in which they are made: those that the format lists, or what its `fold` means. */
export function foldingOf(
  format: Pick<Format, 'trim' | 'sides' | 'fold' | 'folding'>,
): readonly FoldStep[] {
  const { fold, folding, sides } = format;
  if (folding !== undefined) return folding;
  if (fold === 'none' || fold === 'cross') return [];
  const inside = panelPlaces(format, sides.length - 1);
  const lines = inside.slice(1).map(({ x }) => x);
  const [first] = lines;
  if (first === undefined) return [];
  const widths = inside.map(({ width }) => width);
  const isFlapLeft = fold === 'roll' && (widths[0] ?? 0) < (widths.at(-1) ?? 0);
  if (isFlapLeft) return rollFrom('left', lines);
  if (fold === 'roll') return rollFrom('right', lines.toReversed());
  return toAndFro(lines);
}

/** The flap goes in first; the cover comes over it last, from the other end. */
function rollFrom(part: 'left' | 'right', lines: readonly number[]): FoldStep[] {
  const other = part === 'left' ? 'right' : 'left';
  return lines.map((at, index) => ({
    part: index === lines.length - 1 ? other : part,
    at,
    to: 'over',
  }));
}

/** The cover is the leftmost panel of the inside, folded over; what follows goes to and fro under it. */
function toAndFro(lines: readonly number[]): FoldStep[] {
  const [cover = 0, ...rest] = lines;
  const steps = rest.map(
    (at, index): FoldStep => ({ part: 'right', at, to: index % 2 === 0 ? 'under' : 'over' }),
  );
  return [...steps.reverse(), { part: 'left', at: cover, to: 'over' }];
}
