/** The sheet of shop printers: SRA3, landscape, mm. */
export const SRA3 = { width: 450, height: 320 } as const;
/** Between two trims, mm: room for the bleed of both, and two cuts (print-spec 6.4). */
export const GUTTER = 6;
/** What such printers leave unprinted at every edge of a sheet, mm (print-spec 6.4). */
export const UNPRINTED = 5;
/** Bleed that a cell shows, at most, mm: half a gutter. */
export const SHOWN_BLEED = GUTTER / 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How often a piece stands on a sheet, and where. Lengths in mm from the sheet's bottom left, y upwards. */
export interface NUpGrid {
  readonly columns: number;
  readonly rows: number;
  /** Pieces lie on their side: turned a quarter to the left. */
  readonly isTurned: boolean;
  /** A piece as it lies. */
  readonly cell: Size;
  /** The bottom left of the trims together; they stand in the middle of the sheet. */
  readonly x: number;
  readonly y: number;
}

/** As many as fit, upright or turned; undefined where not even one does. */
export function nUpGrid(trim: Size, sheet: Size = SRA3): NUpGrid | undefined {
  const upright = gridOf(trim, sheet, false);
  const turned = gridOf({ width: trim.height, height: trim.width }, sheet, true);
  const best = upOf(turned) > upOf(upright) ? turned : upright;
  return upOf(best) > 0 ? best : undefined;
}

/** How many pieces a sheet holds. */
export const upOf = ({ columns, rows }: NUpGrid): number => columns * rows;

/** Room at an edge that a trim keeps off: the unprinted border, and its own bleed. */
const MARGIN = UNPRINTED + SHOWN_BLEED;

function gridOf(cell: Size, sheet: Size, isTurned: boolean): NUpGrid {
  const fits = (room: number, size: number): number =>
    Math.max(0, Math.floor((room - 2 * MARGIN + GUTTER) / (size + GUTTER) + 1e-9));
  const columns = fits(sheet.width, cell.width);
  const rows = fits(sheet.height, cell.height);
  return {
    ...{ columns, rows, isTurned, cell },
    x: (sheet.width - taken(columns, cell.width)) / 2,
    y: (sheet.height - taken(rows, cell.height)) / 2,
  };
}

const taken = (count: number, size: number): number => count * size + (count - 1) * GUTTER;

/** The bottom left of a cell; cells are counted from the top left, row by row. */
export function cellPlace({ columns, rows, cell, x, y }: NUpGrid, index: number) {
  const column = index % columns;
  const row = rows - 1 - Math.floor(index / columns);
  return {
    x: x + column * (cell.width + GUTTER),
    y: y + row * (cell.height + GUTTER),
  };
}
