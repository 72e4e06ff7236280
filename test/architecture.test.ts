import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('ARCHITECTURE.md names every folder in src, and no other', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');
  const named = [...page.matchAll(/^- `src\/([\w-]+)`/gm)].map(([, name]) => name);
  const folders = readdirSync('src', { withFileTypes: true }).filter((it) => it.isDirectory());
  expect([...named].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('ARCHITECTURE.md is one page', () => {
  expect(readFileSync('ARCHITECTURE.md', 'utf8').split('\n').length).toBeLessThanOrEqual(90);
});
