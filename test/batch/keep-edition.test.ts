import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepEdition } from '../../src/batch/keep-edition.js';
import { putBackRun } from '../../src/batch/put-back.js';
import { memoryStore } from '../../src/cache/store.js';
import type { Press } from '../../src/pdf/press.js';
import { sha256Hex } from '../../src/units/hash.js';

const root = mkdtempSync(join(tmpdir(), 'safeleaf-keep-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Of files that are no filled forms nothing is asked of the press. */
const press: Press = {
  write: () => {
    throw new Error('not asked');
  },
  records: () => {
    throw new Error('not asked');
  },
};

const made = (file: string, text: string) => {
  writeFileSync(join(root, file), text);
  return { file, sha256: sha256Hex(text), isTold: false };
};

const finished = (files: readonly ReturnType<typeof made>[]) => ({
  draft: false,
  edition: 'print' as const,
  home: root,
  files,
  press,
});

test('whole files are kept, and put back where they are gone', () => {
  const store = memoryStore();
  const files = [made('a.pdf', 'one'), made('manifest.json', 'all')];
  const kept = keepEdition(finished(files), store);
  expect(kept?.files.map(({ from }) => from)).toEqual(['file', 'file']);
  const place = { folder: join(root, 'fresh'), shown: 'fresh' };
  expect(kept && putBackRun([kept], place, store)?.[0]?.putBack).toBe(2);
  expect(kept && putBackRun([kept], place, store)?.[0]?.putBack).toBe(0);
});

test('a file that is no longer as the run left it is not kept, nor is its run', () => {
  const files = [made('a.pdf', 'one'), made('manifest.json', 'all')];
  writeFileSync(join(root, 'a.pdf'), 'two');
  expect(keepEdition(finished(files), memoryStore())).toBeUndefined();
});

test('of a run whose files are too large none is kept: they are known again, and not put back', () => {
  const files = [made('large.pdf', ''), made('manifest.json', 'all')];
  truncateSync(join(root, 'large.pdf'), 65 * 1024 * 1024);
  const store = memoryStore();
  const kept = keepEdition(finished(files), store);
  expect(kept?.files.map(({ from }) => from)).toEqual([undefined, undefined]);
  writeFileSync(join(root, 'large.pdf'), '');
  const place = { folder: root, shown: 'here' };
  expect(kept && putBackRun([kept], place, store)?.[0]?.putBack).toBe(0);
  rmSync(join(root, 'large.pdf'));
  expect(kept && putBackRun([kept], place, store)).toBeUndefined();
});
