import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.js';

const FOLDER = new URL('../../src/diagnostics/codes/', import.meta.url);

test('no two areas use the same code: one would hide the other’s reason', () => {
  const names = readdirSync(FOLDER).flatMap((file) =>
    [
      ...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/^ {2}'([a-z-]+\/[A-Za-z0-9-]+)':/gm),
    ].map(([, name]) => name),
  );
  expect(names.length).toBe(Object.keys(CODES).length);
  expect(new Set(names).size).toBe(names.length);
});

test.each(Object.entries(CODES))('%s says why it matters, as half a sentence', (_, { reason }) => {
  expect(reason).toMatch(/^[^.!]{10,}$/);
  expect(reason).not.toMatch(/invalid|failed|oops/i);
});
