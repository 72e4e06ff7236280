import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobCode } from '../../src/plan/job-code.js';

const IDENTITY = ['christmas', 'parent-trifold', 'northstar', 'en-GB', 'SKU-1', 'Leeds'];

describe('jobCode', () => {
  test('a leaflet has the same code in every run', () => {
    expect(jobCode(IDENTITY)).toBe(jobCode([...IDENTITY]));
  });

  test('a code has no letter that is mistaken for a digit', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), fc.nat(3), (identity, nth) => {
        expect(jobCode(identity, nth)).toMatch(/^SL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  test('moving a letter from one part of the identity to the next changes the code', () => {
    expect(jobCode(['ab', 'c'])).not.toBe(jobCode(['a', 'bc']));
  });

  test('two identities that met get different codes by their number', () => {
    const codes = new Set([0, 1, 2, 3].map((nth) => jobCode(IDENTITY, nth)));
    expect(codes.size).toBe(4);
  });
});
