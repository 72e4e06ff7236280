import { expect, test } from 'vitest';
import { RunPace } from '../../src/commands/run-pace.js';

test('how far a run is, how fast, how long it takes, and what it has found', () => {
  let now = 100;
  const pace = new RunPace('leaflets', () => now);
  expect(pace.line(1, 10_000, 0)).toBe('1 of 10,000 leaflets');
  now += 1;
  expect(pace.line(500, 10_000, 0)).toBe('500 of 10,000 leaflets');
  now += 3;
  expect(pace.line(2001, 10_000, 1)).toBe(
    '2,001 of 10,000 leaflets, 500 a second, 16 s left, 1 finding',
  );
  expect(pace.line(2001, 1_000_000, 3)).toBe(
    '2,001 of 1,000,000 leaflets, 500 a second, 34 min left, 3 findings',
  );
});

test('a run that stands still promises nothing', () => {
  let now = 0;
  const pace = new RunPace('leaflets to read', () => now);
  pace.line(5, 10, 0);
  now = 60;
  expect(pace.line(5, 10, 0)).toBe('5 of 10 leaflets to read');
});
