import type { FoldStep } from '../sources/fold-step.js';
import { foldingOf } from '../sources/folding-of.js';
import type { Format } from '../sources/format.js';

/** The same piece for a language read from right to left: the panels of each side in the opposite order, so that it opens the other way. */
export const mirrorFormat = (format: Format): Format => ({
  ...format,
  sides: format.sides.map((side) => ({ ...side, panels: side.panels.toReversed() })),
  folding: foldingOf(format).map((step) => mirrorFold(step, format.trim.width)),
});

const OTHER = { left: 'right', right: 'left', top: 'top', bottom: 'bottom' } as const;

const mirrorFold = (step: FoldStep, width: number): FoldStep => {
  const part = OTHER[step.part];
  return part === step.part ? step : { ...step, part, at: width - step.at };
};
