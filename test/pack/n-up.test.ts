import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAndStack, stacked } from '../../src/pack/cut-and-stack.js';
import { cellPlace, GUTTER, nUpGrid, SRA3, upOf } from '../../src/pack/n-up-grid.js';
import { backPlacement, frontPlacement, turnedSheet } from '../../src/pack/n-up-placement.js';
import { concat, type Matrix } from '../../src/units/matrix.js';

const size = fc.record({
  width: fc.double({ min: 15, max: 500, noNaN: true }),
  height: fc.double({ min: 15, max: 400, noNaN: true }),
});
const flip = fc.constantFrom('long' as const, 'short' as const);

const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [
  a * x + c * y + e,
  b * x + d * y + f,
];

describe('pieces on an SRA3 sheet', () => {
  test.each([
    [99, 210, 4],
    [105, 210, 4],
    [105, 148, 6],
    [148, 210, 4],
    [210, 297, 2],
    [297, 210, 2],
    [297, 420, 1],
    [55, 85, 21],
    [74, 105, 10],
    [420, 140, 2],
    [480, 140, 0],
  ])('%d x %d mm: %d up', (width, height, up) => {
    const grid = nUpGrid({ width, height });
    expect(grid ? upOf(grid) : 0).toBe(up);
  });

  test('an A4 sheet that is folded to DL lies on its side, two beside each other', () => {
    expect(nUpGrid({ width: 297, height: 210 })).toMatchObject({
      columns: 2,
      rows: 1,
      isTurned: true,
      x: 12,
      y: 11.5,
    });
  });

  test('cells keep a gutter between them, and their bleed off the unprinted border', () => {
    fc.assert(
      fc.property(size, (trim) => {
        const grid = nUpGrid(trim);
        fc.pre(grid !== undefined);
        if (!grid) return;
        const cells = Array.from({ length: upOf(grid) }, (_, at) => cellPlace(grid, at));
        for (const { x, y } of cells) {
          expect(x).toBeGreaterThanOrEqual(8 - 1e-6);
          expect(y).toBeGreaterThanOrEqual(8 - 1e-6);
          expect(x + grid.cell.width).toBeLessThanOrEqual(SRA3.width - 8 + 1e-6);
          expect(y + grid.cell.height).toBeLessThanOrEqual(SRA3.height - 8 + 1e-6);
        }
        const gaps = (places: readonly number[], length: number) =>
          [...new Set(places)]
            .sort((a, b) => a - b)
            .map((it, at, all) => it - (all[at - 1] ?? -1e9) - length);
        for (const gap of gaps(
          cells.map(({ x }) => x),
          grid.cell.width,
        ))
          expect(gap).toBeGreaterThanOrEqual(GUTTER - 1e-6);
        for (const gap of gaps(
          cells.map(({ y }) => y),
          grid.cell.height,
        ))
          expect(gap).toBeGreaterThanOrEqual(GUTTER - 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the back of a sheet', () => {
  test('falls behind its front: each point of a page lies behind the same point of the paper', () => {
    fc.assert(
      fc.property(size, flip, fc.nat(40), (trim, edge, nth) => {
        const grid = nUpGrid(trim);
        fc.pre(grid !== undefined);
        if (!grid) return;
        const index = nth % upOf(grid);
        const front = frontPlacement(grid, index);
        const back = backPlacement(grid, index, edge);
        for (const [u, v] of [
          [0, 0],
          [trim.width / 3, trim.height / 5],
        ] as const) {
          const [x = 0, y = 0] = moved(front, u, v);
          // A piece is turned like a page of a book; a sheet by its long or its short edge.
          const behind = edge === 'short' ? [SRA3.width - x, y] : [x, SRA3.height - y];
          const [bx = 0, by = 0] = moved(back, trim.width - u, v);
          expect(bx).toBeCloseTo(behind[0] ?? 0, 6);
          expect(by).toBeCloseTo(behind[1] ?? 0, 6);
        }
        const [a, b, c, d] = back;
        expect(a * d - b * c).toBeCloseTo(1, 9);
      }),
    );
  });

  test('turned by its short edge, columns change sides and pages stay upright; by its long edge, rows do and pages stand on their heads', () => {
    const grid = nUpGrid({ width: 99, height: 210 });
    if (!grid) throw new Error('it fits');
    const [first, last] = [cellPlace(grid, 0), cellPlace(grid, 3)];
    expect(backPlacement(grid, 0, 'short')).toEqual([1, 0, 0, 1, last.x, first.y]);
    const [a, b, c, d] = backPlacement(grid, 0, 'long');
    expect([a, b, c, d].map((it) => it + 0)).toEqual([-1, 0, 0, -1]);
  });

  test('turned twice, a sheet is as it was', () => {
    for (const edge of ['long', 'short'] as const)
      expect(concat(turnedSheet(edge), turnedSheet(edge)).map((it) => it + 0)).toEqual([
        1, 0, 0, 1, 0, 0,
      ]);
  });
});

describe('cut and stack', () => {
  test('what is cut and stacked again is what was there, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 200 }),
        fc.integer({ min: 1, max: 24 }),
        (all, up) => {
          const sheets = cutAndStack(all, up);
          expect(stacked(sheets)).toEqual(all);
          expect(sheets.length).toBe(Math.ceil(all.length / up));
          for (const sheet of sheets) expect(sheet.length).toBe(up);
        },
      ),
    );
  });

  test('goes through the pile cell by cell', () => {
    expect(cutAndStack(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([
      ['a', 'd'],
      ['b', 'e'],
      ['c', undefined],
    ]);
  });
});
