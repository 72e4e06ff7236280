import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitInBox, foldedThickness } from '../../src/plan/fit-in-box.js';
import { facesUp, foldFlat } from '../../src/sources/fold-flat.js';
import type { Format } from '../../src/sources/format.js';
import { readFormat } from '../../src/sources/read-format.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const shipped = fakeWorld({}, { shipped: true });

function format(id: string): Format {
  const { value } = readFormat(shipped, id);
  if (value === undefined) throw new Error(`the shipped format ${id} is not there`);
  return value;
}

const three = format('in-box-three');
const cross = format('in-box-cross');

describe('an insert takes the size of the box', () => {
  test('less its play, in whole steps', () => {
    const box = { length: 165, width: 90, depth: 29 };
    expect(fitInBox(three, box)?.trim).toEqual({ width: 3 * 85, height: 160 });
    expect(fitInBox(three, { ...box, width: 96 })?.trim.width).toBe(3 * 90);
    expect(fitInBox(cross, { ...box, width: 82 })?.trim).toEqual({ width: 160, height: 320 });
  });

  test('whichever way round the box is written', () => {
    const sizes = [
      { length: 165, width: 90, depth: 29 },
      { length: 90, width: 165, depth: 29 },
    ].map((box) => fitInBox(three, box)?.trim);
    expect(sizes[0]).toEqual(sizes[1]);
  });

  test('and none where the box is too narrow, too short or too shallow', () => {
    expect(fitInBox(three, { length: 165, width: 86, depth: 29 })).toBeUndefined();
    expect(fitInBox(three, { length: 161, width: 90, depth: 29 })).toBeUndefined();
    expect(fitInBox(three, { length: 165, width: 90, depth: 4 })).toBeUndefined();
    // Three layers of 0.125 mm and the spring of the folds: 0.49 mm, a tenth of 4.9 mm.
    expect(foldedThickness(three)).toBeCloseTo(0.4875, 9);
    expect(fitInBox(three, { length: 165, width: 90, depth: 4.9 })).toBeDefined();
  });

  test('folded, it lies in every box that it is chosen for, with its front on top', () => {
    const side = fc.integer({ min: 40, max: 400 });
    const boxes = fc.record({ length: side, width: side, depth: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.constantFrom(three, cross), boxes, (piece, box) => {
        const fitting = fitInBox(piece, box);
        if (fitting === undefined) return;
        const closed = foldFlat(fitting)?.at(-1);
        const layers = closed?.layers ?? [];
        const width =
          Math.max(...layers.map((it) => it.x + it.width)) - Math.min(...layers.map(({ x }) => x));
        const height =
          Math.max(...layers.map((it) => it.y + it.height)) - Math.min(...layers.map(({ y }) => y));
        expect(layers.length).toBe(piece.sides[0]?.panels.length);
        expect(width).toBeLessThanOrEqual(Math.min(box.length, box.width) - 2);
        expect(height).toBeLessThanOrEqual(Math.max(box.length, box.width) - 2);
        expect(foldedThickness(fitting)).toBeLessThanOrEqual(box.depth * 0.1 + 1e-6);
        expect(closed && facesUp(closed)).toEqual([{ name: 'front', isUpright: true }]);
      }),
      { numRuns: fuzzRuns(400) },
    );
  });
});
