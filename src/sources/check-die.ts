import { type Finding, finding } from '../diagnostics/finding.js';
import type { DieKind, DieShape } from './die-step.js';
import type { Format } from './format.js';

/**
 * What a label or leaflet that a die cuts out may have beside its cut (GWG 2022, R1001, product type
 * "Label & Leaflet": Cutting required, Folding allowed, Creasing and Drilling not allowed; of the others
 * we take what a label is made with).
 */
const LABEL_STEPS: ReadonlySet<DieKind> = new Set(['cut', 'fold', 'perforate', 'glue']);

/** A hair past the trim is the trim, mm. */
const SAME = 0.01;

/** The die of a piece: it stays on the sheet, and holds what its product type asks for. */
export function checkDie({ die, product, trim, locate }: Format): Finding[] {
  const steps = die ?? [];
  const outside = steps.flatMap(({ shapes }, index) =>
    shapes.flatMap((shape, at) => {
      const [left, top, right, bottom] = extentOf(shape, trim);
      const isOn =
        left >= -SAME && top >= -SAME && right <= trim.width + SAME && bottom <= trim.height + SAME;
      if (isOn) return [];
      return [
        finding(
          'format/die',
          locate(['die', index, 'shapes', at]),
          'a line of the die runs past the trim',
          `keep it within 0 to ${trim.width} mm across and 0 to ${trim.height} mm down`,
        ),
      ];
    }),
  );
  if (product !== 'label') return outside;
  const wrong = steps.flatMap(({ step }, index) =>
    LABEL_STEPS.has(step)
      ? []
      : [
          finding(
            'format/die',
            locate(['die', index, 'step']),
            `a label has a step "${step}"; printers check that it has none (GWG 2022, R1001)`,
            step === 'drill'
              ? 'write "cut": the die makes the hole'
              : 'write "fold", or take it out',
          ),
        ],
  );
  if (steps.some(({ step }) => step === 'cut')) return [...outside, ...wrong];
  const problem = 'a label has no step "cut"; printers check that it has one (GWG 2022, R1001)';
  const fix = 'add "- step: cut" with "shapes: [{ trim: true }]" under "die:"';
  return [...outside, ...wrong, finding('format/die', locate(['product']), problem, fix)];
}

type Extent = readonly [left: number, top: number, right: number, bottom: number];

/** How far a shape reaches; of a curve, how far its handles do. */
function extentOf(shape: DieShape, trim: Format['trim']): Extent {
  if ('trim' in shape) return [0, 0, trim.width, trim.height];
  if ('rectangle' in shape) {
    const [x, y, width, height] = shape.rectangle;
    return [x, y, x + width, y + height];
  }
  if ('circle' in shape) {
    const [x, y, radius] = shape.circle;
    return [x - radius, y - radius, x + radius, y + radius];
  }
  const numbers =
    'line' in shape ? shape.line : (shape.path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
