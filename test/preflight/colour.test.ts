import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Colour, loadColour, openColour } from '../../src/preflight/colour.js';
import { contrastRatio, luminance } from '../../src/preflight/luminance.js';
import { BLACK, type Cmyk, PAPER } from '../../src/units/ink.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const coated = new Uint8Array(readFileSync('press/icc/FOGRA39L_coated_TAC300_compact.icc'));
let colour: Colour;

beforeAll(async () => {
  await loadColour();
  const opened = openColour(coated);
  if (opened === undefined) throw new Error('the shipped profile does not open');
  colour = opened;
});

const byte = (cmyk: Cmyk) => colour.inkToSrgb({ cmyk }).map((share) => Math.round(share * 255));

test('paper is white, and black ink is the grey that coated paper gives', () => {
  expect(byte(PAPER.cmyk)).toEqual([255, 255, 255]);
  const [red = 0, green = 0, blue = 0] = byte(BLACK.cmyk);
  expect(Math.max(red, green, blue)).toBeLessThan(60);
  expect(Math.min(red, green, blue)).toBeGreaterThan(30);
});

test('black on white of the screen is 21 to 1', () => {
  expect(contrastRatio([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 9);
  expect(contrastRatio([1, 1, 1], [0, 0, 0])).toBeCloseTo(21, 9);
});

test('solid inks look as the FOGRA39 charts do', () => {
  const [cyan, magenta, yellow] = [byte([1, 0, 0, 0]), byte([0, 1, 0, 0]), byte([0, 0, 1, 0])];
  expect(cyan[0]).toBeLessThan(40);
  expect(magenta[1]).toBeLessThan(40);
  expect(yellow[2]).toBeLessThan(40);
});

test('a spot ink is seen by its fallback at its tint', () => {
  const half = colour.inkToSrgb({
    cmyk: [0, 0.8, 1, 0],
    spot: { name: 'Harbour Orange', tint: 0.5 },
  });
  expect(half).toEqual(colour.inkToSrgb({ cmyk: [0, 0.4, 0.5, 0] }));
});

test('more black is never lighter', () => {
  const share = fc.integer({ min: 0, max: 100 }).map((it) => it / 100);
  fc.assert(
    fc.property(share, share, share, share, share, (cyan, magenta, yellow, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const lighter = luminance(colour.inkToSrgb({ cmyk: [cyan, magenta, yellow, less] }));
      const darker = luminance(colour.inkToSrgb({ cmyk: [cyan, magenta, yellow, more] }));
      expect(darker).toBeLessThanOrEqual(lighter + 0.01);
    }),
    { numRuns: fuzzRuns(500) },
  );
});

test('a profile is opened once; bytes that are no profile give none', () => {
  expect(openColour(coated)).toBe(colour);
  expect(openColour(new Uint8Array([1, 2, 3]))).toBeUndefined();
  expect(openColour(coated.slice(0, 5000))).toBeUndefined();
});
