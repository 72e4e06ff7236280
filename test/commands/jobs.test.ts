import { expect, test } from 'vitest';
import { parseJobs } from '../../src/commands/jobs.js';

test.each([
  ['1', 1],
  ['16', 16],
  ['256', 256],
  ['auto', 'auto'],
])('--jobs %s is read', (text, jobs) => {
  expect(parseJobs(text)).toEqual({ jobs });
});

test.each(['0', '-1', '2.5', 'two', '', '257', '02', '1e2', 'AUTO'])(
  '--jobs "%s" is told what to write instead',
  (text) => {
    expect(parseJobs(text)).toMatch(/1 to 256, or auto/);
  },
);
