import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import fastGlob from 'fast-glob';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles } from '../src/find-files.js';

const root = mkdtempSync(join(tmpdir(), 'safeleaf-find-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FILES = [
  'phones.csv',
  'phones.CSV',
  '.hidden.csv',
  'a.yaml',
  'a.b.yaml',
  'ab',
  'a/a.yaml',
  'a/.a.yaml',
  'a/b/a.yaml',
  'a/b/ab.csv',
  'b/a.yaml',
  'b/a/b.csv',
  '.a/a.yaml',
  'Leeds & York (new)/phones.csv',
  'Ærø/größe.csv',
  'Ærø/größe 2.csv',
];

beforeAll(() => {
  for (const file of FILES) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  symlinkSync(join(root, 'a'), join(root, 'linked'));
  symlinkSync(join(root, 'a.yaml'), join(root, 'b/link.yaml'));
  symlinkSync(join(root, 'nowhere'), join(root, 'a/broken.yaml'));
});

/** Undefined where the library gives up, as it does where a file stands in the place of a folder. */
function byLibrary(pattern: string): string[] | undefined {
  try {
    return fastGlob.sync(pattern, { cwd: root, followSymbolicLinks: false, extglob: false }).sort();
  } catch {
    return undefined;
  }
}

describe('files are found as the library of globs finds them', () => {
  test.each([
    'phones.csv',
    '*.csv',
    '*.{csv,CSV}',
    '*/a.yaml',
    'a/*.yaml',
    '*/*.yaml',
    'linked/*.yaml',
    'linked/a.yaml',
    '*/b/*.csv',
    'b/link.yaml',
    'a/*',
    'nowhere/*.csv',
    'phones.csv/*',
    'Ærø/*.csv',
    'Ærø/größe 2.csv',
    '**/*.csv',
    '*',
    'a*',
    'Leeds & York (new)/*.csv',
    './*.csv',
    '.a/*.yaml',
    '.hidden.csv',
    '{a,b}/*.yaml',
    '*b*/*',
    '!(a)',
    '[a',
    'a//a.yaml',
    '',
  ])('%s', (pattern) => {
    const found = [...findFiles(root, pattern)].sort();
    expect(found).toEqual(byLibrary(pattern) ?? []);
  });

  test('whatever the pattern', () => {
    const part = fc
      .array(
        fc.constantFrom('a', 'b', '*', '.', '{a,b}', '{yaml,csv}', 'phones', 'yaml', 'linked'),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((pieces) => pieces.join(''));
    const pattern = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(pattern, (it) => {
        const wanted = byLibrary(it);
        fc.pre(wanted !== undefined && !it.split('/').includes('..'));
        expect([...findFiles(root, it)].sort(), it).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });
});
