import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makerOf } from '../../src/cache/maker.js';

const root = mkdtempSync(join(tmpdir(), 'safeleaf-maker-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const run = join(root, 'safeleaf/dist/run');
const sharp = join(root, 'node_modules/sharp');

const bundled = (code: string) =>
  writeFileSync(join(run, 'made-of.json'), JSON.stringify({ code, outside: ['sharp', 'absent'] }));
const installed = (version: string) =>
  writeFileSync(join(sharp, 'package.json'), JSON.stringify({ version }));

beforeEach(() => {
  for (const folder of [run, sharp]) mkdirSync(folder, { recursive: true });
  bundled('one');
  installed('1.0.0');
});

test('the same code with the same packages is the same maker', () => {
  expect(makerOf(run)).toMatch(/^[0-9a-f]{64}$/);
  expect(makerOf(run)).toBe(makerOf(run));
});

test('another code, or another version of a package beside it, is another maker', () => {
  const first = makerOf(run);
  bundled('two');
  expect(makerOf(run)).not.toBe(first);
  bundled('one');
  installed('1.0.1');
  expect(makerOf(run)).not.toBe(first);
  installed('1.0.0');
  expect(makerOf(run)).toBe(first);
});

test('code that was not bundled keeps nothing: nobody knows what it is', () => {
  rmSync(join(run, 'made-of.json'));
  expect(makerOf(run)).toBeUndefined();
});

test('the bundle that is run says what it is made of', () => {
  expect(makerOf(join(import.meta.dirname, '../../dist/run'))).toMatch(/^[0-9a-f]{64}$/);
});
