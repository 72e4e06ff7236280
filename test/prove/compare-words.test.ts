import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWords } from '../../src/prove/compare-words.js';
import { digitsOf, numbersIn } from '../../src/prove/digits.js';

const compare = (a: string, b: string) => compareWords(a.split(' '), b.split(' '));
const word = fc.constantFrom('call', 'us', 'now', 'or', 'text');

describe('two rows of words', () => {
  test('that are equal do not differ', () => {
    expect(compare('call us now', 'call us now')).toEqual([]);
  });

  test.each([
    ['call us now', 'call them now', [[1, ['us'], ['them']]]],
    ['call us now', 'call now', [[1, ['us'], []]]],
    ['call now', 'call us now', [[1, [], ['us']]]],
    [
      'a b c d e',
      'a x c e',
      [
        [1, ['b'], ['x']],
        [3, ['d'], []],
      ],
    ],
  ])('"%s" and "%s" differ there', (a, b, expected) => {
    expect(compare(a, b).map(({ at, expected: wanted, found }) => [at, wanted, found])).toEqual(
      expected,
    );
  });

  test('differ exactly where they are not equal, and the differences turn one into the other', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (expected, found) => {
        const differences = compareWords(expected, found);
        const rebuilt: string[] = [...expected];
        for (const { at, expected: wanted, found: given } of [...differences].reverse())
          rebuilt.splice(at, wanted.length, ...given);
        expect(rebuilt).toEqual(found);
        expect(differences.length === 0).toBe(expected.join() === found.join());
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['call 0808 157 0000', ['0808 157 0000']],
    ['(020) 7946-0001', ['020) 7946-0001']],
    ['1\u200b2\u200b3', ['1\u200b2\u200b3']],
    ['٠٨٠٨', ['٠٨٠٨']],
    ['24 hours, 7 days', []],
    ['12 or 13', []],
  ])('of three digits and more are seen in "%s"', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  test('of any script compare by their digits', () => {
    expect(digitsOf('۰۸۰۸ ١٢٣ 45')).toBe('080812345');
    expect(digitsOf('०१९')).toBe('019');
  });
});
