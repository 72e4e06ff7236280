import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DiskStore } from '../../src/cache/disk-store.js';
import { cacheFiles } from '../../src/cache/thin-out.js';
import { findJob } from '../../src/commands/run-trace.js';
import { standUnchanged } from '../../src/commands/stand-unchanged.js';
import { sha256Hex } from '../../src/units/hash.js';
import { foundIn, hashesIn, keptRuns, storeIn, UNCHANGED } from './support/kept-runs.js';
import { readJson, smallWorkspace, startSafeleaf } from './support/run-safeleaf.js';

const ARGS = ['build', 'small', '--out', 'whole'];
const cwd = smallWorkspace();
const { build, run, out, cache } = keptRuns(cwd);
const found = foundIn(cwd);
let whole: Record<string, string>;

beforeAll(() => {
  expect(build('whole').isMade).toBe(true);
  whole = hashesIn(cwd, 'whole');
});

describe('a cache that is torn', () => {
  /** Ends the build from a store, without a process of its own; whether it could. */
  function standsFrom(store: DiskStore): boolean {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const terminal = {
      out: say,
      err: say,
      progress: say,
      isPerson: false,
      paint: (_: string, text: string) => text,
    };
    const job = findJob(ARGS, found, store);
    if (!job) return false;
    const setting = { ...found, terminal, exit: (code: number) => expect(code).toBe(0) };
    return standUnchanged({ ...job, out: 'from-torn' }, setting, store);
  }

  const tears: readonly [string, (bytes: Buffer, at: number) => Uint8Array][] = [
    ['cut short', (bytes, at) => bytes.subarray(0, at)],
    ['empty', (bytes) => bytes.subarray(0, 0)],
    ['zero from some point on, as a cut of power leaves it', (bytes, at) => bytes.fill(0, at)],
    ['one bit of another value', (bytes, at) => bytes.fill((bytes[at] ?? 0) ^ 4, at, at + 1)],
  ];

  test.each(tears)('gives no wrong byte: an entry is %s', (_, tear) => {
    const files = cacheFiles(cache).map(({ path }) => path.slice(cache.length + 1));
    expect(files.length).toBeGreaterThan(6);
    rmSync(out('from-torn'), { recursive: true, force: true });
    expect(standsFrom(storeIn(cache))).toBe(true);
    let needed = 0;
    for (const [index, file] of files.entries()) {
      const torn = out('torn');
      const standsWith = (change: (path: string) => void): boolean => {
        for (const folder of [torn, out('from-torn')])
          rmSync(folder, { recursive: true, force: true });
        cpSync(cache, torn, { recursive: true });
        change(join(torn, file));
        return standsFrom(storeIn(torn));
      };
      const isNeeded = !standsWith((path) => rmSync(path));
      const stands = standsWith((path) => {
        const bytes = readFileSync(path);
        const at = Number.parseInt(sha256Hex(`${file} ${index}`).slice(0, 8), 16) % bytes.length;
        writeFileSync(path, tear(bytes, at));
      });
      // A torn entry is as good as none: what can do without it still stands, and nothing else.
      expect([file, stands]).toEqual([file, !isNeeded]);
      if (isNeeded) needed += 1;
      if (stands) expect(hashesIn(cwd, 'from-torn'), file).toEqual(whole);
      else if (existsSync(out('from-torn')))
        for (const [name, hash] of Object.entries(hashesIn(cwd, 'from-torn')))
          expect([name, hash]).toEqual([name, whole[name]]);
    }
    expect(needed).toBeGreaterThan(6);
  });

  test('is mended by the next run', () => {
    const torn = out('all-torn');
    cpSync(cache, torn, { recursive: true });
    for (const { path, size } of cacheFiles(torn)) truncateSync(path, size >> 1);
    const mine = { env: { SAFELEAF_CACHE: torn } };
    const made = run(['build', 'small', '--out', 'mended'], mine);
    expect([made.code, made.err.includes(UNCHANGED)]).toEqual([0, false]);
    expect(hashesIn(cwd, 'mended')).toEqual(whole);
    expect(run(['build', 'small', '--out', 'mended'], mine).err).toContain(UNCHANGED);
  });
});

describe('a cache that cannot be used stops nothing, and is told once', () => {
  function expectWithout(mine: string, told: string, preload: readonly string[] = []): void {
    const env = { SAFELEAF_CACHE: mine, BAD_DISK: `openSync ENOSPC ${mine}/ once` };
    const { code, err } = run(['build', 'small', '--out', 'without'], { env, preload });
    expect(code, err).toBe(0);
    expect(err.split(told)).toHaveLength(2);
    expect(err).not.toContain(UNCHANGED);
    // Its trouble is none of the leaflets': the record beside them does not name it.
    expect(hashesIn(cwd, 'without')).toEqual(whole);
    rmSync(out('without'), { recursive: true });
  }

  test('where the disk is full', () => {
    const mine = out('full');
    expectWithout(mine, 'note[cache/not-kept]', ['bad-disk']);
    expect(cacheFiles(mine)).toEqual([]);
  });

  test('where others may write to it', () => {
    const mine = out('open-to-all');
    cpSync(cache, mine, { recursive: true });
    chmodSync(mine, 0o777);
    const kept = cacheFiles(mine);
    expectWithout(mine, 'warning[cache/not-ours]');
    expect(cacheFiles(mine)).toEqual(kept);
  });
});

describe('runs at the same time', () => {
  test('fill one cache, and each makes the right bytes', async () => {
    const env = { SAFELEAF_CACHE: out('shared') };
    const names = ['one', 'two'];
    const runs = names.map((name) =>
      startSafeleaf(['build', 'small', '--out', name], { cwd, env }),
    );
    for (const { end } of runs) expect((await end).code).toBe(0);
    for (const name of names) expect(hashesIn(cwd, name)).toEqual(whole);
    expect(run(['build', 'small', '--out', 'one'], { env }).err).toContain(UNCHANGED);
    expect(cacheFiles(out('shared')).every(({ isWhole }) => isWhole)).toBe(true);
  });

  test('put files back into one folder, and it ends whole', async () => {
    const env = { SAFELEAF_CACHE: cache };
    const runs = [1, 2, 3].map(() =>
      startSafeleaf(['build', 'small', '--out', 'crowded'], { cwd, env }),
    );
    const ends = await Promise.all(runs.map(({ end }) => end));
    for (const { code, err } of ends)
      expect(code === 0 || err.includes('output/locked')).toBe(true);
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    expect(build('crowded').code).toBe(0);
    expect(hashesIn(cwd, 'crowded')).toEqual(whole);
  });

  test('one that is killed while it puts files back leaves whole files only, and the next one ends as ever', async () => {
    const env = { SAFELEAF_CACHE: cache, SLOW_DISK_MS: '250' };
    const killed = startSafeleaf(['build', 'small', '--out', 'killed'], {
      cwd,
      env,
      preload: ['slow-disk'],
    });
    const finished = () =>
      existsSync(out('killed/print'))
        ? readdirSync(out('killed/print')).filter((file) => file.endsWith('.pdf')).length
        : 0;
    for (let waited = 0; finished() < 2 && waited < 20_000; waited += 20) await pause(20);
    killed.kill('SIGKILL');
    await killed.end;
    expect(finished()).toBeGreaterThanOrEqual(2);
    expect(finished()).toBeLessThan(6);
    expect(existsSync(out('killed/manifest.json'))).toBe(false);
    for (const [file, hash] of Object.entries(hashesIn(cwd, 'killed')))
      if (file.endsWith('.pdf')) expect([file, hash]).toEqual([file, whole[file]]);
    const next = build('killed');
    expect(next.err).toContain('note[output/lock-taken-over]');
    const { 'findings.json': _, ...files } = hashesIn(cwd, 'killed');
    const { 'findings.json': __, ...wanted } = whole;
    expect(files).toEqual(wanted);
    expect(readJson(out('killed'), 'manifest.json').complete).toBe(true);
  });
});
