import { expect, test } from 'vitest';
import { largeBlack } from '../../src/layout/large-black.js';
import { BLACK, PAPER } from '../../src/units/ink.js';

const RICH = [0.6, 0.4, 0.4, 1] as const;
const frame = {
  name: 'cover',
  width: 100,
  height: 210,
  outer: { top: 3, right: 3, bottom: 3, left: 3 },
  live: { x: 5, y: 5, width: 90, height: 200 },
  richBlack: RICH,
};
const area = (width: number, height: number) => ({ x: 0, y: 0, width, height });

test('a large ground in black alone prints in the black that the press builds', () => {
  expect(largeBlack(BLACK, area(20, 5), frame)).toEqual({ token: 'black', cmyk: RICH });
});

test('a rule, a small box and every other ink stay as they are', () => {
  expect(largeBlack(BLACK, area(90, 0.5), frame)).toBe(BLACK);
  expect(largeBlack(PAPER, area(90, 90), frame)).toBe(PAPER);
  const spot = { ...BLACK, spot: { name: 'Night', tint: 1 } };
  expect(largeBlack(spot, area(90, 90), frame)).toBe(spot);
});

test('a press that names no such black prints black alone', () => {
  expect(largeBlack(BLACK, area(90, 90), { ...frame, richBlack: undefined })).toBe(BLACK);
});
