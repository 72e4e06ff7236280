import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { findJob, findTrace, type RunSetting } from '../../src/commands/run-trace.js';
import type { FileRead, World } from '../../src/world.js';
import { foundIn, keptRuns, storeIn } from './support/kept-runs.js';
import { smallWorkspace, write } from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const { build, out, cache } = keptRuns(cwd);
const { openWorld } = foundIn(cwd);

beforeAll(() => {
  expect(build('whole').isMade).toBe(true);
});

/** Whether the trace of the build is found by somebody who meets this world. */
function isFound(open: RunSetting['openWorld'] = openWorld): boolean {
  const store = storeIn(cache);
  const setting = { cwd, openWorld: open };
  const job = findJob(['build', 'small', '--out', 'whole'], setting, store);
  if (!job) throw new Error('the build left no trace of its command line');
  return findTrace(job, setting, store) !== undefined;
}

describe('a trace holds only as long as every answer is the same', () => {
  test('that of each file, list and font that the run asked for, and the day', () => {
    expect(isFound()).toBe(true);
    expect(isFound((folder) => ({ ...openWorld(folder), today: '2026-11-24' }))).toBe(false);
    const asked: string[] = [];
    isFound((folder) => watched(openWorld(folder), asked));
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.some((it) => it.endsWith('.ttf'))).toBe(true);
    expect(asked).toContain('campaigns/small/phones.csv');
    for (const path of new Set(asked))
      expect(
        isFound((folder) => changedAt(openWorld(folder), path)),
        path,
      ).toBe(false);
  });

  test.each([
    ['a new file where contacts are looked for', 'locales/contacts/zz.yaml', 'contacts: []'],
    ['a brand kit of the workspace before the shipped one', 'brand-kits/kite/logo.svg', '<svg/>'],
    ['a locale that no leaflet is in', 'locales/xx/locale.yaml', 'tag: "xx"'],
    ['a catalogue that says something else', 'campaigns/small/phones.csv', 'sku\n'],
  ])('%s', (_, file, text) => {
    const before = existsSync(out(file)) ? readFileSync(out(file)) : undefined;
    write(cwd, { [file]: text });
    expect(isFound()).toBe(false);
    if (before) writeFileSync(out(file), before);
    else
      rmSync(
        out(
          file
            .split('/')
            .slice(0, before ? 9 : 2)
            .join('/'),
        ),
        { recursive: true },
      );
    expect(isFound()).toBe(true);
  });
});

/** Notes the paths and patterns that are asked for. */
const watched = (world: World, asked: string[]): World => ({
  ...world,
  read: (path, limit) => {
    asked.push(path);
    return world.read(path, limit);
  },
  list: (pattern) => {
    asked.push(pattern);
    return world.list(pattern);
  },
  readPackage: (specifier) => {
    asked.push(specifier);
    return world.readPackage(specifier);
  },
});

/** The same world but for one answer: a bit is turned over, a missing file is there, a list has one more. */
function changedAt(world: World, at: string): World {
  const turned = (path: string, read: FileRead): FileRead => {
    if (path !== at) return read;
    if (read.kind !== 'bytes') return { kind: 'bytes', bytes: new Uint8Array(1) };
    const bytes = Uint8Array.from(read.bytes);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    return { kind: 'bytes', bytes };
  };
  return {
    ...world,
    read: (path, limit) => turned(path, world.read(path, limit)),
    list: (pattern) => (pattern === at ? [...world.list(pattern), 'zz'] : world.list(pattern)),
    readPackage: (specifier) => turned(specifier, world.readPackage(specifier)),
  };
}
