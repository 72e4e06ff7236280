import { describe, expect, test } from 'vitest';
import type { InkCanvas } from '../../src/prove/ink-canvas.js';
import { FULL } from '../../src/prove/ink-canvas.js';
import { measureInk } from '../../src/prove/measure-ink.js';
import type { GreyPage } from '../../src/prove/render-pages.js';

const WIDTH = 12;
const BOX = { left: 0, top: 0, right: WIDTH, bottom: 5 };

/** Rows 1 and 2 hold so much of a dash each, from the second pixel to the last but one. */
const rows = (shares: readonly number[], full: number, none: number): number[] =>
  [...Array(5).keys()].flatMap((y) =>
    [...Array(WIDTH).keys()].map((x) => {
      const share = x > 0 && x < WIDTH - 1 ? (shares[y] ?? 0) : 0;
      return none + share * (full - none);
    }),
  );

const canvasOf = (shares: readonly number[]): InkCanvas =>
  ({ box: BOX, width: WIDTH, data: rows(shares, FULL, 0) }) as unknown as InkCanvas;

const pageOf = (data: readonly number[]): GreyPage =>
  ({ width: WIDTH, height: 5, data: data.map(Math.round) }) as unknown as GreyPage;

describe('a dash that is thinner than a pixel', () => {
  const thin = [0, 0.4, 0.3, 0, 0];

  test('is all there where the page has it', () => {
    const { amount, astray, contrast } = measureInk(
      canvasOf(thin),
      pageOf(rows(thin, 20, 250)),
      BOX,
    );
    expect(amount).toBeCloseTo(1, 1);
    expect(astray).toBeLessThan(0.02);
    expect(contrast).toBeGreaterThan(200);
  });

  test('is not there on an empty page', () => {
    const { contrast } = measureInk(canvasOf(thin), pageOf(rows([], 20, 250)), BOX);
    expect(contrast).toBe(0);
  });

  test('is not there where the page has it two rows lower', () => {
    const { contrast } = measureInk(
      canvasOf(thin),
      pageOf(rows([0, 0, 0, 0.4, 0.3], 20, 250)),
      BOX,
    );
    expect(contrast).toBe(0);
  });
});
