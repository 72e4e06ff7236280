import { describe, expect, test } from 'vitest';
import { XREF_FIRST, xrefLine } from '../../src/pdf/indirect-object.js';
import { ObjectPlaces } from '../../src/pdf/object-places.js';

describe('where the objects of a file begin', () => {
  test('is a line each of the table, in the order of their numbers', () => {
    const places = new ObjectPlaces([15, 0, 90]);
    expect([places.take(), places.take()]).toEqual([4, 5]);
    places.put(5, 1234);
    places.put(2, 700);
    places.put(4, 4_294_967_296);
    expect(places.lines).toBe(6);
    expect([...places.table()].join('')).toBe(
      `xref\n0 6\n${XREF_FIRST}${[15, 700, 90, 4_294_967_296, 1234].map(xrefLine).join('')}`,
    );
  });

  test('is kept for any number of them, and written out piece by piece', () => {
    const places = new ObjectPlaces([]);
    const count = 25_000;
    for (let at = 0; at < count; at += 1) places.put(places.take(), 100 * at);
    const pieces = [...places.table()];
    expect(pieces).toHaveLength(4);
    const lines = pieces.slice(1).join('').match(/.{20}/gs) ?? [];
    expect(lines).toHaveLength(count);
    expect(lines[24_999]).toBe('0002499900 00000 n \n');
  });
});
