import { pdfNumber } from '../pdf/pdf-number.js';
import { toPt } from '../units/length.js';
import { cellPlace, type NUpGrid, SHOWN_BLEED, SRA3, UNPRINTED } from './n-up-grid.js';
import { type Flip, turnedSheet } from './n-up-placement.js';

/** A mark begins so far from the trim and is so long, mm: printers' habit (print-spec 6.3). */
const START = 3.5;
const LENGTH = 5;
/** However tight the sheet is, a mark of this length stands between bleed and edge, mm; a press that leaves more free cuts it short. */
const LEAST = 2;
const LINE_PT = 0.25;

/** Marks at both ends of every cut, outside all bleeds, in black alone. On the back they fall behind those of the front. */
export function cutMarks(grid: NUpGrid, flip: Flip | undefined): string {
  const { columns, rows, cell } = grid;
  const across = Array.from({ length: columns }, (_, at) => cellPlace(grid, at).x);
  const up = Array.from({ length: rows }, (_, at) => cellPlace(grid, at * columns).y);
  const xs = across.flatMap((x) => [x, x + cell.width]);
  const ys = up.flatMap((y) => [y, y + cell.height]);
  const sides = [reach(grid.x, SRA3.width), reach(grid.y, SRA3.height)] as const;
  const lines = [
    ...xs.flatMap((x) => sides[1].map(([from, to]) => [x, from, x, to] as const)),
    ...ys.flatMap((y) => sides[0].map(([from, to]) => [from, y, to, y] as const)),
  ];
  const drawn = lines.map((line) => `${turned(line, flip)} S`);
  return ['q', `0 0 0 1 K ${pdfNumber(LINE_PT)} w 0 J`, ...drawn, 'Q'].join('\n');
}

/** From where to where a mark goes at the near and at the far edge of a sheet of this length. */
function reach(margin: number, sheet: number): readonly (readonly [number, number])[] {
  const isTight = margin - UNPRINTED - START < LEAST;
  const start = isTight ? SHOWN_BLEED : START;
  const end = Math.max(start + LEAST, Math.min(start + LENGTH, margin - UNPRINTED));
  return [
    [margin - start, margin - end],
    [sheet - margin + start, sheet - margin + end],
  ];
}

function turned([x1, y1, x2, y2]: readonly [number, number, number, number], flip?: Flip): string {
  const [a, , , d, e, f] = flip === undefined ? [1, 0, 0, 1, 0, 0] : turnedSheet(flip);
  const at = (x: number, y: number) =>
    `${pdfNumber(toPt(a * x + e))} ${pdfNumber(toPt(d * y + f))}`;
  return `${at(x1, y1)} m ${at(x2, y2)} l`;
}
