import { describe, expect, test } from 'vitest';
import { isEqual, NO_WORKSHOP, openWorkshop } from '../../src/units/workshop.js';

describe('a workshop', () => {
  test('gives again what was made of the very same things, and nothing else', () => {
    const workshop = openWorkshop();
    const [one, twin] = [{ words: 'one' }, { words: 'one' }];
    let count = 0;
    const make = (...of: readonly unknown[]) => workshop.kept('thing', of, () => ++count);
    expect(make(one, 'a')).toBe(1);
    expect(make(one, 'a')).toBe(1);
    expect(make(twin, 'a')).toBe(2);
    expect(make(one, 'b')).toBe(3);
    expect(make(one)).toBe(4);
    expect(workshop.kept('other', [one, 'a'], () => 'other')).toBe('other');
  });

  test('gives the earlier of two equal values, and the later once they differ', () => {
    const workshop = openWorkshop();
    const first = { size: 1, of: ['a'] };
    expect(workshop.same('name', first)).toBe(first);
    expect(workshop.same('name', { size: 1, of: ['a'] })).toBe(first);
    const later = { size: 1, of: ['b'] };
    expect(workshop.same('name', later)).toBe(later);
  });

  test('lets go of what many runs have not asked for', () => {
    const workshop = openWorkshop();
    let count = 0;
    const make = (name: string) => workshop.kept('thing', [name], () => ++count);
    make('used');
    make('left');
    for (let run = 0; run < 20; run += 1) {
      workshop.begin();
      make('used');
    }
    expect(make('used')).toBe(1);
    expect(make('left')).toBe(3);
  });

  test('of a process with one run keeps nothing', () => {
    let count = 0;
    const make = () => NO_WORKSHOP.kept('thing', [], () => ++count);
    expect([make(), make()]).toEqual([1, 2]);
    const twin = { a: 1 };
    NO_WORKSHOP.same('name', { a: 1 });
    expect(NO_WORKSHOP.same('name', twin)).toBe(twin);
  });
});

test('two values are equal if they are one, or plain data made up of values that are', () => {
  const locate = () => 1;
  expect(isEqual({ a: [1, { locate }] }, { a: [1, { locate }] })).toBe(true);
  expect(isEqual({ locate }, { locate: () => 1 })).toBe(false);
  expect(isEqual({ a: 1, b: undefined }, { a: 1 })).toBe(false);
  expect(isEqual(new Map([[1, 2]]), new Map([[1, 2]]))).toBe(false);
  expect(isEqual(Uint8Array.of(1), Uint8Array.of(1))).toBe(false);
  expect(isEqual([1, 2], { 0: 1, 1: 2 })).toBe(false);
  expect(isEqual(Number.NaN, Number.NaN)).toBe(true);
  expect(isEqual(null, undefined)).toBe(false);
});
