import { DIE_PLATES, type DieKind, type DieShape } from '../sources/die-step.js';
import { foldingOf } from '../sources/folding-of.js';
import type { Format } from '../sources/format.js';
import type { Box } from '../units/box.js';
import type { Path, PathStep } from '../units/path.js';
import { boxPath } from './box-path.js';
import { mapPath } from './map-path.js';
import { sideFrames } from './panel-frame.js';

/** What is done to the sheet along a line, beside printing. mm from the trim's top left, as one looks at the side. */
export interface DieLine {
  readonly step: DieKind;
  readonly path: Path;
}

/**
 * The die of one side. The first side is as the format draws it, the second turned over. A label's folds
 * are lines of their own; other folded pieces have fold marks outside the trim, as sheet work is printed.
 */
export function dieLines(format: Format, side: number): readonly DieLine[] {
  const { die = [], trim, product } = format;
  const drawn = die.flatMap(({ step, shapes }) =>
    shapes.map((shape): DieLine => ({ step, path: shapePath(shape, trim) })),
  );
  const hasFolds = die.some(({ step }) => step === 'fold');
  const folds = product === 'label' && !hasFolds ? foldLines(format) : [];
  const lines = [...drawn, ...folds];
  if (side === 0) return lines;
  const over = (x: number, y: number) => [trim.width - x, y] as const;
  return lines.map(({ step, path }) => ({ step, path: mapPath(path, over) }));
}

/** The plates that show a die, each once. */
export const diePlates = (lines: readonly DieLine[]): readonly string[] => [
  ...new Set(lines.map(({ step }) => DIE_PLATES[step])),
];

/** The die as one panel sees it, mm from the panel's top left. */
export function panelDie(format: Format, side: string, panel: string): readonly DieLine[] {
  const index = format.sides.findIndex(({ name }) => name === side);
  const frame = sideFrames(format, index).find(({ name }) => name === panel);
  if (frame === undefined) return [];
  const { x, y, width, height, isTurned } = frame;
  const move = (px: number, py: number): readonly [number, number] =>
    isTurned ? [x + width - px, y + height - py] : [px - x, py - y];
  return dieLines(format, index).map(({ step, path }) => ({ step, path: mapPath(path, move) }));
}

/** `at` of a fold is measured on the inside; a die is drawn as one looks at the first side. */
function foldLines(format: Format): DieLine[] {
  const { width, height } = format.trim;
  const isTwoSided = format.sides.length > 1;
  return foldingOf(format).map(({ part, at }) => {
    const x = isTwoSided ? width - at : at;
    const isUpright = part === 'left' || part === 'right';
    const path: Path = isUpright
      ? [
          ['M', x, 0],
          ['L', x, height],
        ]
      : [
          ['M', 0, at],
          ['L', width, at],
        ];
    return { step: 'fold', path };
  });
}

function shapePath(shape: DieShape, trim: Format['trim']): Path {
  if ('trim' in shape) return rounded({ x: 0, y: 0, ...trim }, shape.radius);
  if ('rectangle' in shape) {
    const [x, y, width, height] = shape.rectangle;
    return rounded({ x, y, width, height }, shape.radius);
  }
  if ('circle' in shape) {
    const [x, y, r] = shape.circle;
    return rounded({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, r);
  }
  if ('line' in shape) {
    const [x1, y1, x2, y2] = shape.line;
    return [
      ['M', x1, y1],
      ['L', x2, y2],
    ];
  }
  return readPath(shape.path);
}

const rounded = (box: Box, radius = 0): Path =>
  boxPath(box, {
    topLeft: radius,
    topRight: radius,
    bottomRight: radius,
    bottomLeft: radius,
  });

/** How many numbers a step of a path takes; more of them are more steps. */
const TAKES = { M: 2, L: 2, C: 6 } as const;

/** A path as the format writes it, which its schema has checked for signs it does not know. */
function readPath(written: string): Path {
  return [...written.matchAll(/([MLCZ])([^MLCZ]*)/g)].flatMap(([, letter, rest = '']) => {
    if (letter === 'Z') return [['Z'] as const];
    const kind = letter as keyof typeof TAKES;
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const takes = TAKES[kind];
    return Array.from(
      { length: Math.floor(numbers.length / takes) },
      (_, at) => [kind, ...numbers.slice(at * takes, (at + 1) * takes)] as unknown as PathStep,
    );
  });
}
