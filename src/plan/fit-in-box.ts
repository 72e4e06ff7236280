import type { Format, FormatSide } from '../sources/format.js';
import type { BoxSize } from '../sources/phone.js';

/** A size that ends within this of a step has reached it, mm. */
const SAME = 1e-6;

/**
 * The piece in the largest size that lies in a box, folded, with its play, and no thicker than its share
 * of the box's depth. Undefined where none does. A piece whose size follows no box stays as it is.
 */
export function fitInBox(format: Format, box: BoxSize): Format | undefined {
  const { inBox } = format;
  if (inBox === undefined) return format;
  const { panel, play, step, depthShare } = inBox;
  const inside = [box.length - play, box.width - play] as const;
  const width = largest(panel.width, Math.min(...inside), step);
  const height = largest(panel.height, Math.max(...inside), step);
  if (width === undefined || height === undefined) return undefined;
  if (foldedThickness(format) > depthShare * box.depth + SAME) return undefined;
  return resized(format, width, height);
}

/** How thick the piece lies when it is folded, mm: a layer of paper a panel, and the spring of its folds. */
export function foldedThickness({ sides, stock, inBox }: Format): number {
  const layers = sides[0]?.panels.length ?? 1;
  return layers * (stock?.caliper ?? 0) * (inBox?.springBack ?? 1);
}

/** The largest whole number of steps that is allowed and has room. */
function largest(
  [least, most]: readonly [number, number],
  room: number,
  step: number,
): number | undefined {
  const size = Math.floor((Math.min(most, room) + SAME) / step) * step;
  return size < least ? undefined : size;
}

/** The same piece with panels of another size; its panels are equal, which the format's reader has seen to. */
function resized(format: Format, width: number, height: number): Format {
  const { sides, trim, folding } = format;
  const [first] = sides;
  const rows = first?.rows?.length ?? 1;
  const columns = (first?.panels.length ?? rows) / rows;
  const across = (width * columns) / trim.width;
  const down = (height * rows) / trim.height;
  return {
    ...format,
    trim: { width: width * columns, height: height * rows },
    sides: sides.map((side) => resizedSide(side, width, height)),
    folding: folding?.map((fold) => {
      const isAcross = fold.part === 'left' || fold.part === 'right';
      return { ...fold, at: fold.at * (isAcross ? across : down) };
    }),
  };
}

const resizedSide = (side: FormatSide, width: number, height: number): FormatSide => ({
  ...side,
  panels: side.panels.map((panel) => ({ ...panel, width })),
  ...(side.rows && { rows: side.rows.map(() => height) }),
});
