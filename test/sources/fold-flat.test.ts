import { describe, expect, test } from 'vitest';
import { mirrorFormat } from '../../src/plan/mirror-format.js';
import { facesDown, facesUp, foldFlat } from '../../src/sources/fold-flat.js';
import type { Format } from '../../src/sources/format.js';
import { readFormat } from '../../src/sources/read-format.js';
import { fakeWorld } from '../support/fake-world.js';

const shipped = fakeWorld({}, { shipped: true });

function format(id: string): Format {
  const { value, findings } = readFormat(shipped, id);
  expect(findings).toEqual([]);
  if (value === undefined) throw new Error(`the shipped format ${id} is not there`);
  return value;
}

/** What one sees of a piece as it is opened, fold by fold: from above, then from below. */
const opening = (piece: Format): readonly string[] =>
  (foldFlat(piece) ?? [])
    .map((state) => {
      const seen = [facesUp(state), facesDown(state)];
      return seen
        .map((faces) =>
          faces.map(({ name, isUpright }) => `${name}${isUpright ? '' : '!'}`).join(' '),
        )
        .join(' | ');
    })
    .reverse();

describe('folded and opened again', () => {
  test('a roll fold shows the front, then the flap beside the first inside panel', () => {
    expect(opening(format('a4-roll-fold-dl'))).toEqual([
      'front | back',
      'inside-left flap | back front',
      'inside-left inside-centre inside-right | flap back front',
    ]);
  });

  test('read from right to left it opens the other way', () => {
    expect(opening(mirrorFormat(format('a4-roll-fold-dl')))).toEqual([
      'front | back',
      'flap inside-left | front back',
      'inside-right inside-centre inside-left | front back flap',
    ]);
  });

  test('a Z-fold shows the front, and an inside panel on its back', () => {
    expect(opening(format('a4-z-fold-dl'))).toEqual([
      'front | back',
      'inside-left inside-centre | back front',
      'inside-left inside-centre back | outside-left outside-centre front',
    ]);
    expect(opening(mirrorFormat(format('a4-z-fold-dl')))[0]).toBe('front | back');
  });

  test('an insert of three panels folds like a Z', () => {
    expect(opening(format('in-box-three'))[0]).toBe('front | back');
  });

  test('a cross fold opens like a book, then down; what stood on its head is upright', () => {
    expect(opening(format('in-box-cross'))).toEqual([
      'front | back',
      'outside-1 outside-2 | back front',
      'inside-1 inside-2 inside-3 inside-4 | outside-2! outside-1! back front',
    ]);
    expect(opening(mirrorFormat(format('in-box-cross')))[1]).toBe(
      'outside-2 outside-1 | front back',
    );
  });

  test('a half fold is a small book', () => {
    expect(opening(format('a5-half-fold'))).toEqual([
      'front | back',
      'inside-left inside-right | back front',
    ]);
  });
});
