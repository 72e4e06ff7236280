import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_RULES } from '../../../src/prove/rules/all-rules.js';
import { rulesTable } from '../../../src/prove/rules/rules-table.js';

test('docs/rules.md is current: npm run generate', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesTable());
});

test('every rule has an id of its own in its family, says what it asks and why', () => {
  const ids = ALL_RULES.map(({ family, id }) => `${family} ${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, asks, why, source } of ALL_RULES) {
    expect(asks, id).toMatch(/^[^|]{10,}[^.|]$/);
    expect(why, id).toMatch(/^[^.!|]{10,}$/);
    expect(source, id).not.toBe('');
  }
});
