import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Bounds, Drawn, Ink } from '../../anatomy/drawn.js';
import { platesOf, surfaceOf } from './surface.js';

/** A cell's side and the square's side in cells: 1 mm and 15 mm (GWG 2022, R0025 and R0026). */
const CELL_PT = 72 / 25.4;
const SQUARE = 15;
/** Largest page that is laid out, cells a side: 1.5 m. */
const MOST_CELLS = 1500;

/** Most ink on average over any square, as shares of full ink. */
export interface Densest {
  readonly cmyk: number;
  readonly all: number;
}

const known = new WeakMap<Anatomy, Map<number, Densest>>();

/**
 * An estimate of how much ink lies on a page, from what its content says: shapes by the share of their
 * bounds that they cover, text by what is usual. Overprint adds ink, all else takes the place of what lay
 * under it. Pictures and shadings count as nothing: their inks are measured before they are placed.
 */
export function densestSquare(file: Anatomy, page: number): Densest {
  const pages = known.get(file) ?? new Map<number, Densest>();
  known.set(file, pages);
  const before = pages.get(page);
  if (before !== undefined) return before;
  const found = measure(file, page);
  pages.set(page, found);
  return found;
}

function measure(file: Anatomy, page: number): Densest {
  const surface = surfaceOf(file, page);
  if (surface === undefined) return { cmyk: 0, all: 0 };
  const grid = new InkGrid(surface);
  for (const it of file.content.drawn)
    if (it.page === page && it.fill !== undefined && it.coverage > 0) grid.lay(it, it.fill);
  const cmyk = grid.densest(grid.cmyk);
  return { cmyk, all: grid.all.length > grid.cmyk.length ? grid.densest(grid.all) : cmyk };
}

class InkGrid {
  readonly #surface: Bounds;
  readonly #columns: number;
  readonly #rows: number;
  /** Four plates, then one for each spot ink. */
  readonly #plates = new Map<string, Float64Array>();

  constructor(surface: Bounds) {
    this.#surface = surface;
    const cells = (from: number, to: number): number =>
      Math.min(MOST_CELLS, Math.max(1, Math.ceil((to - from) / CELL_PT)));
    this.#columns = cells(surface[0], surface[2]);
    this.#rows = cells(surface[1], surface[3]);
  }

  get cmyk(): readonly Float64Array[] {
    return PROCESS.flatMap((it) => this.#plates.get(it) ?? []);
  }

  get all(): readonly Float64Array[] {
    return [...this.#plates.values()];
  }

  lay({ bounds, coverage, blend }: Drawn, ink: Ink): void {
    const shares = sharesOf(ink);
    if (shares === undefined) return;
    const isKept = ink.overprints && (ink.space !== 'DeviceCMYK' || ink.mode === 1);
    for (const name of shares.keys()) this.#plate(name);
    for (const [name, plate] of this.#plates) {
      const share = shares.get(name) ?? 0;
      const stays = (isKept && share === 0) || (blend !== 'Normal' && share === 0);
      if (!stays) this.#mix(plate, bounds, coverage * ink.alpha, share);
    }
  }

  #plate(name: string): Float64Array {
    const plate = this.#plates.get(name) ?? new Float64Array(this.#columns * this.#rows);
    this.#plates.set(name, plate);
    return plate;
  }

  #mix(
    plate: Float64Array,
    [left, bottom, right, top]: Bounds,
    coverage: number,
    share: number,
  ): void {
    const [x0, y0] = this.#surface;
    const [a, b] = [(left - x0) / CELL_PT, (right - x0) / CELL_PT];
    const [c, d] = [(bottom - y0) / CELL_PT, (top - y0) / CELL_PT];
    const lastRow = Math.min(this.#rows - 1, Math.floor(d));
    const lastColumn = Math.min(this.#columns - 1, Math.floor(b));
    for (let row = Math.max(0, Math.floor(c)); row <= lastRow; row += 1) {
      const high = Math.min(d, row + 1) - Math.max(c, row);
      for (let column = Math.max(0, Math.floor(a)); column <= lastColumn; column += 1) {
        const wide = Math.min(b, column + 1) - Math.max(a, column);
        const part = Math.max(0, high * wide) * coverage;
        const at = row * this.#columns + column;
        plate[at] = (plate[at] ?? 0) * (1 - part) + share * part;
      }
    }
  }

  /** The highest mean of any square, by running sums. */
  densest(plates: readonly Float64Array[]): number {
    const cells = new Float64Array(this.#columns * this.#rows);
    for (const plate of plates)
      for (let at = 0; at < cells.length; at += 1)
        cells[at] = (cells[at] as number) + (plate[at] as number);
    return this.#highest(this.#sums(cells));
  }

  /** Of each cell, the ink of all that lie above it and to its left, and its own. */
  #sums(cells: Float64Array): Float64Array {
    const wide = this.#columns + 1;
    const sums = new Float64Array(wide * (this.#rows + 1));
    for (let row = 0; row < this.#rows; row += 1) {
      let line = 0;
      for (let column = 0; column < this.#columns; column += 1) {
        line += cells[row * this.#columns + column] as number;
        const at = (row + 1) * wide + column + 1;
        sums[at] = line + (sums[at - wide] as number);
      }
    }
    return sums;
  }

  #highest(sums: Float64Array): number {
    const wide = this.#columns + 1;
    const [high, broad] = [Math.min(SQUARE, this.#rows), Math.min(SQUARE, this.#columns)];
    const at = (row: number, column: number): number => sums[row * wide + column] as number;
    let most = 0;
    for (let row = high; row <= this.#rows; row += 1)
      for (let column = broad; column <= this.#columns; column += 1) {
        const top = row - high;
        const left = column - broad;
        const sum = at(row, column) - at(row, left) - at(top, column) + at(top, left);
        if (sum > most) most = sum;
      }
    return most / (high * broad);
  }
}

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** An ink as shares of plates; undefined where that cannot be told. */
function sharesOf(ink: Ink): ReadonlyMap<string, number> | undefined {
  const [first = 0] = ink.values;
  if (ink.space === 'DeviceCMYK')
    return new Map(PROCESS.map((name, at) => [name, ink.values[at] ?? 0]));
  if (ink.space === 'DeviceGray')
    return new Map(PROCESS.map((name) => [name, name === 'Black' ? 1 - first : 0]));
  const plates = platesOf(ink);
  if (plates.length === 0) return undefined;
  if (plates[0] === 'All') return new Map(PROCESS.map((name) => [name, first]));
  return new Map(plates.map((name, at) => [name, ink.values[at] ?? 0]));
}
