import type { DieShape, DieStep } from '../sources/die-step.js';
import type { FoldStep } from '../sources/fold-step.js';
import { foldingOf } from '../sources/folding-of.js';
import type { Format } from '../sources/format.js';

/** The same piece for a language read from right to left: the panels of each side in the opposite order, so that it opens the other way. */
export const mirrorFormat = (format: Format): Format => ({
  ...format,
  ...(format.die &&
    foldingOf(format).length > 0 && { die: mirrorDie(format.die, format.trim.width) }),
  sides: format.sides.map((side) => ({ ...side, panels: side.panels.toReversed() })),
  folding: foldingOf(format).map((step) => mirrorFold(step, format.trim.width)),
});

const OTHER = { left: 'right', right: 'left', top: 'top', bottom: 'bottom' } as const;

const mirrorFold = (step: FoldStep, width: number): FoldStep => {
  const part = OTHER[step.part];
  return part === step.part ? step : { ...step, part, at: width - step.at };
};

/** A folded piece that opens the other way has its die turned round too; a tag or a seal keeps its one die. */
const mirrorDie = (die: readonly DieStep[], width: number): readonly DieStep[] =>
  die.map(({ step, shapes }) => ({ step, shapes: shapes.map((it) => mirrorShape(it, width)) }));

function mirrorShape(shape: DieShape, width: number): DieShape {
  if ('trim' in shape) return shape;
  if ('rectangle' in shape) {
    const [x, y, wide, high] = shape.rectangle;
    return { ...shape, rectangle: [width - x - wide, y, wide, high] };
  }
  if ('circle' in shape) {
    const [x, y, radius] = shape.circle;
    return { circle: [width - x, y, radius] };
  }
  if ('line' in shape) {
    const [x1, y1, x2, y2] = shape.line;
    return { line: [width - x1, y1, width - x2, y2] };
  }
  let nth = 0;
  const path = shape.path.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    nth += 1;
    return nth % 2 === 1 ? String(width - Number(number)) : number;
  });
  return { path };
}
