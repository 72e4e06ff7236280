import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { DiskStore } from '../../src/cache/disk-store.js';
import { memoryStore, type Store } from '../../src/cache/store.js';
import { cacheFiles, emptyCache } from '../../src/cache/thin-out.js';

const home = mkdtempSync(join(tmpdir(), 'safeleaf-store-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let made = 0;
const newFolder = (): string => {
  made += 1;
  return join(home, `${made}`, 'cache');
};
const LIMIT = 1_000_000;
const opened = (folder: string, maker = 'this code', limit = LIMIT): DiskStore =>
  new DiskStore({ folder, maker, limit });
const bytes = (text: string): Uint8Array => Buffer.from(text);
const textOf = (store: Store, kind: string, key: string): string | undefined => {
  const kept = store.get(kind, key);
  return kept && Buffer.from(kept).toString();
};
/** The one file that a folder keeps. */
const onlyFile = (folder: string): string => {
  const [file, ...more] = cacheFiles(folder);
  expect(more).toEqual([]);
  return file?.path ?? '';
};

describe.each([
  ['on the disk', () => opened(newFolder())],
  ['in memory', memoryStore],
])('a store %s', (_, open) => {
  test('gives back what was put under a kind and a key, and nothing under another', () => {
    const store = open();
    store.put('panel', 'a', bytes('one'));
    store.put('panel', 'b', [bytes('tw'), bytes(''), bytes('o')]);
    expect(textOf(store, 'panel', 'a')).toBe('one');
    expect(textOf(store, 'panel', 'b')).toBe('two');
    expect(store.get('font', 'a')).toBeUndefined();
    expect(store.get('panel', 'c')).toBeUndefined();
  });

  test('keeps an entry of no bytes', () => {
    const store = open();
    store.put('panel', 'a', []);
    expect(store.get('panel', 'a')?.length).toBe(0);
  });

  test('gives what was put last, also where it is as long as what was put before', () => {
    const store = open();
    for (const text of ['one', 'two', 'two', 'three']) {
      store.put('panel', 'a', bytes(text));
      expect(textOf(store, 'panel', 'a')).toBe(text);
    }
  });

  test('holds bytes of its own: whoever put them may write over them', () => {
    const store = open();
    const mine = bytes('one');
    store.put('panel', 'a', mine);
    mine.fill(0);
    expect(textOf(store, 'panel', 'a')).toBe('one');
  });
});

describe('what stands on the disk', () => {
  test('is found by the next run, and by none of another code', () => {
    const folder = newFolder();
    opened(folder).put('panel', 'a', bytes('one'));
    expect(textOf(opened(folder), 'panel', 'a')).toBe('one');
    expect(opened(folder, 'other code').get('panel', 'a')).toBeUndefined();
  });

  test('is not there once it is cut short, has a bit turned over, or holds another entry', () => {
    const folder = newFolder();
    const wanted = Buffer.from('a'.repeat(300));
    opened(folder).put('panel', 'a', wanted);
    const file = onlyFile(folder);
    const whole = readFileSync(file);
    const torn = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.nat(whole.length * 8 - 1).map((bit) => {
        const changed = Buffer.from(whole);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return changed;
      }),
      fc.uint8Array().map((more) => Buffer.concat([whole, more, Buffer.from([0])])),
      fc.nat(whole.length - 1).map((from) => Buffer.from(whole).fill(0, from, whole.length)),
    );
    fc.assert(
      fc.property(torn, (entry) => {
        writeFileSync(file, entry);
        const isSame = Buffer.compare(entry, whole) === 0;
        expect(opened(folder).get('panel', 'a') !== undefined).toBe(isSame);
        expect(existsSync(file)).toBe(isSame);
      }),
    );
    const store = opened(folder);
    store.put('panel', 'a', wanted);
    store.put('panel', 'b', bytes('other'));
    const other = cacheFiles(folder).find(({ path }) => path !== file)?.path ?? '';
    writeFileSync(file, readFileSync(other));
    expect(opened(folder).get('panel', 'a')).toBeUndefined();
    expect(textOf(opened(folder), 'panel', 'b')).toBe('other');
  });

  test('can be read and written by its owner alone', () => {
    const folder = newFolder();
    opened(folder).put('panel', 'a', bytes('one'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile(folder)).mode & 0o777).toBe(0o600);
  });

  test('is not used where others may write to it, and the user is told', () => {
    const folder = newFolder();
    opened(folder).put('panel', 'a', bytes('one'));
    const file = onlyFile(folder);
    chmodSync(folder, 0o777);
    const store = opened(folder);
    expect(store.get('panel', 'a')).toBeUndefined();
    store.put('panel', 'b', bytes('two'));
    expect(onlyFile(folder)).toBe(file);
    expect(store.findings.map(({ code }) => code)).toEqual(['cache/not-ours']);
    chmodSync(folder, 0o700);
    chmodSync(file, 0o666);
    expect(opened(folder).get('panel', 'a')).toBeUndefined();
  });

  test.skipIf(process.geteuid?.() !== 0)(
    'is not used where it belongs to somebody else',
    async () => {
      const folder = newFolder();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { chownSync } = await import('node:fs');
      chownSync(folder, 4711, 4711);
      const store = opened(folder);
      store.put('panel', 'a', bytes('one'));
      expect(store.findings.map(({ code }) => code)).toEqual(['cache/not-ours']);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe('a place where nothing can be kept', () => {
  test.each([
    ['a file stands there', (folder: string) => writeFileSync(folder, '')],
    [
      'it lies below a file',
      (folder: string) => {
        rmSync(dirname(folder), { recursive: true });
        writeFileSync(dirname(folder), '');
      },
    ],
  ])('is told once, and stops nothing: %s', (_, spoil) => {
    const folder = newFolder();
    mkdirSync(dirname(folder), { recursive: true });
    spoil(folder);
    const store = opened(folder);
    expect(store.get('panel', 'a')).toBeUndefined();
    store.put('panel', 'a', bytes('one'));
    store.put('panel', 'b', bytes('two'));
    store.close();
    expect(store.get('panel', 'a')).toBeUndefined();
    expect(store.findings.map(({ code }) => code)).toEqual(['cache/not-kept']);
  });

  test.skipIf(!existsSync('/proc/self'))('also below /proc, where no folder can be made', () => {
    const store = opened('/proc/cache/safeleaf');
    store.put('panel', 'a', bytes('one'));
    expect(store.findings.map(({ code }) => code)).toEqual(['cache/not-kept']);
  });
});

describe('a cache that has grown', () => {
  const kilo = (letter: string): Uint8Array => Buffer.alloc(1000, letter);

  test('throws out what was not used for longest, until a quarter of it is free', () => {
    const folder = newFolder();
    const keys = [...'abcdefghijkl'];
    const store = opened(folder, 'this code', 10_000);
    for (const [at, key] of keys.entries()) {
      store.put('panel', key, kilo(key));
      const newest = cacheFiles(folder).find(({ used }) => used > 1_000_000_000_000);
      if (newest) utimesSync(newest.path, 1000 + at, 1000 + at);
    }
    store.close();
    const left = keys.filter((key) => opened(folder).get('panel', key));
    expect(left).toEqual([...'ghijkl']);
  });

  test('an entry that is used stays, however old', () => {
    const folder = newFolder();
    opened(folder).put('panel', 'old', kilo('o'));
    utimesSync(onlyFile(folder), 1000, 1000);
    opened(folder).get('panel', 'old');
    const store = opened(folder, 'this code', 10_000);
    for (const key of 'abcdefghijkl') store.put('panel', key, kilo(key));
    for (const { path, used } of cacheFiles(folder)) {
      const isOld = readFileSync(path).includes('oooo');
      if (!isOld) utimesSync(path, used / 1000 - 60, used / 1000 - 60);
    }
    store.close();
    expect(opened(folder).get('panel', 'old')).toBeDefined();
    expect(cacheFiles(folder).length).toBeLessThan(8);
  });

  test('is left alone as long as little was written', () => {
    const folder = newFolder();
    const store = opened(folder, 'this code', 100_000);
    store.put('panel', 'a', kilo('a'));
    store.close();
    expect(readFileSync(join(folder, 'grown'), 'utf8')).toMatch(/^\d{4}\n$/);
  });

  test('is cleaned of all entries and of nothing else', () => {
    const folder = newFolder();
    opened(folder).put('panel', 'a', kilo('a'));
    writeFileSync(join(folder, 'my letter.txt'), 'keep me');
    writeFileSync(join(dirname(onlyFile(folder)), 'a note'), 'keep me');
    expect(emptyCache(folder)).toMatchObject({ files: 1 });
    expect(cacheFiles(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'my letter.txt'), 'utf8')).toBe('keep me');
    const empty = newFolder();
    opened(empty).put('panel', 'a', kilo('a'));
    emptyCache(empty);
    expect(existsSync(empty)).toBe(false);
  });
});
