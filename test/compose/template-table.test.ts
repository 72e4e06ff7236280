import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ELEMENTS } from '../../src/compose/elements.js';
import { PROPERTIES } from '../../src/compose/properties.js';
import { templateTable } from '../../src/compose/template-table.js';

test('templates/README.md is what the tables say; run npm run generate', () => {
  const written = readFileSync(new URL('../../templates/README.md', import.meta.url), 'utf8');
  expect(written).toBe(templateTable());
});

test('the page names every element and every property of the subset', () => {
  const page = templateTable();
  for (const name of [...Object.keys(ELEMENTS), ...Object.keys(PROPERTIES)])
    expect(page).toContain(`| \`${name}\` |`);
});
