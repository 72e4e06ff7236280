import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxPath } from '../../src/layout/box-path.js';
import { fillsBox, strokeTouches } from '../../src/preflight/drawn-shape.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const unit = { x: 10, y: 10, width: 10, height: 10 };

describe('fillsBox', () => {
  test('a larger ground fills all of a box, a distant one none, one that overlaps a part', () => {
    const all = boxPath({ x: 0, y: 0, width: 50, height: 50 });
    const none = boxPath({ x: 30, y: 0, width: 5, height: 50 });
    const part = boxPath({ x: 15, y: 0, width: 50, height: 50 });
    const inside = boxPath({ x: 12, y: 12, width: 2, height: 2 });
    expect([all, none, part, inside].map((path) => fillsBox(path, 'nonzero', unit))).toEqual([
      'all',
      'none',
      'part',
      'part',
    ]);
  });

  test('a ring round a box puts no ink in it', () => {
    const ring = [
      ...boxPath({ x: 0, y: 0, width: 50, height: 50 }),
      ...boxPath({ x: 1, y: 1, width: 48, height: 48 }),
    ];
    expect(fillsBox(ring, 'evenodd', unit)).toBe('none');
    expect(fillsBox(ring, 'nonzero', unit)).toBe('all');
  });

  test('a shape that only shares an edge puts no ink in it', () => {
    expect(fillsBox(boxPath({ x: 20, y: 10, width: 5, height: 10 }), 'nonzero', unit)).toBe('none');
  });

  test('a round corner leaves the corner of the box free', () => {
    const round = { topLeft: 20, topRight: 20, bottomRight: 20, bottomLeft: 20 };
    const path = boxPath({ x: 0, y: 0, width: 40, height: 40 }, round);
    expect(fillsBox(path, 'nonzero', { x: 0, y: 0, width: 3, height: 3 })).toBe('none');
    expect(fillsBox(path, 'nonzero', { x: 15, y: 15, width: 3, height: 3 })).toBe('all');
  });

  test('rectangles agree with arithmetic', () => {
    const number = fc.integer({ min: 0, max: 40 });
    const size = fc.integer({ min: 1, max: 30 });
    const boxes = fc.record({ x: number, y: number, width: size, height: size });
    fc.assert(
      fc.property(boxes, boxes, (one, other) => {
        const across =
          Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
        const down =
          Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
        const isWhole = across === other.width && down === other.height;
        const expected = across <= 0 || down <= 0 ? 'none' : isWhole ? 'all' : 'part';
        expect(fillsBox(boxPath(one), 'nonzero', other)).toBe(expected);
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });
});

test('a line counts with its width', () => {
  const line = [
    ['M', 0, 8],
    ['L', 50, 8],
  ] as const;
  expect(strokeTouches(line, 3.9, unit)).toBe(false);
  expect(strokeTouches(line, 4.1, unit)).toBe(true);
});
