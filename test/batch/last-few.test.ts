import { expect, test } from 'vitest';
import { LastFew } from '../../src/batch/last-few.js';

test('what is at hand is made once, and no more is at hand than was asked for', () => {
  const few = new LastFew<string>(2);
  const made: string[] = [];
  const get = (key: string) =>
    few.get(key, () => {
      made.push(key);
      return `${key}!`;
    });
  expect(['a', 'b', 'a', 'b', 'c', 'b', 'a'].map(get)).toEqual([
    'a!',
    'b!',
    'a!',
    'b!',
    'c!',
    'b!',
    'a!',
  ]);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
