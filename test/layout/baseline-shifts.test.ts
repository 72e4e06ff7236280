import { describe, expect, test } from 'vitest';
import { baselineShifts } from '../../src/layout/baseline-shifts.js';
import type { Typesetter } from '../../src/typeset/typesetter.js';

const text = (height: number, top = 0) =>
  ({
    kind: 'text',
    paragraph: { lineHeight: height },
    style: { margin: { top }, padding: { top: 0 } },
  }) as never;

/** Letters stand at the middle of their line. */
const typesetter = {
  set: ({ lineHeight }: { lineHeight: number }) => ({ lines: [{ baseline: lineHeight / 2 }] }),
} as unknown as Typesetter;

describe('texts in a row', () => {
  test('stand on the line of the one that stands lowest', () => {
    expect(baselineShifts([text(10), text(4)], typesetter)).toEqual([0, 3]);
  });

  test('keep the margins that they have', () => {
    expect(baselineShifts([text(10, 1), text(4, 2)], typesetter)).toEqual([1, 4]);
  });

  test('leave a box without text where it is', () => {
    const box = { kind: 'box', style: { margin: { top: 1 }, padding: { top: 0 } } } as never;
    expect(baselineShifts([box, text(4)], typesetter)).toEqual([1, 0]);
  });
});
