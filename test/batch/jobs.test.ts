import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { threadsFor } from '../../src/batch/jobs.js';

test('a small run has no other threads unless it asks for them', () => {
  expect(threadsFor('auto', 20)).toBe(1);
  expect(threadsFor(3, 20)).toBe(3);
  expect(threadsFor(1, 1_000_000)).toBe(1);
});

test('a large run has a thread for each core, and never more than leaflets', () => {
  expect(threadsFor('auto', 100_000)).toBe(availableParallelism());
  expect(threadsFor(8, 2)).toBe(2);
});
