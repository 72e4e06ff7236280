import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Event } from '../../src/commands/events.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { hashesIn, keptRuns, UNCHANGED } from './support/kept-runs.js';
import { eventsOf, readJson, readText, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const EDITIONS = ['--edition', 'all'];
const cwd = smallWorkspace();
const { build, run, out, cache } = keptRuns(cwd);
let whole: Record<string, string>;

const pdfsOf = (name: string): readonly string[] =>
  readdirSync(out(name, 'print'))
    .sort()
    .map((file) => `print/${file}`);

beforeAll(() => {
  const alone = safeleaf(['build', 'small', '--out', 'plain', ...EDITIONS], { cwd });
  expect(alone.code).toBe(0);
  whole = hashesIn(cwd, 'plain');
  expect(build('whole', ...EDITIONS).isMade).toBe(true);
  expect(hashesIn(cwd, 'whole')).toEqual(whole);
});

describe('a run in which nothing has changed', () => {
  test('makes nothing, touches nothing, and says so', () => {
    const before = pdfsOf('whole').map((file) => statSync(out('whole', file)).mtimeMs);
    const again = build('whole', ...EDITIONS);
    expect(again.isMade).toBe(false);
    expect(again.err).toContain('6 files stood as made, byte for byte');
    expect(again.err).toContain('12 files stood as made, byte for byte');
    expect(again.err).not.toContain('put back');
    expect(pdfsOf('whole').map((file) => statSync(out('whole', file)).mtimeMs)).toEqual(before);
    expect(hashesIn(cwd, 'whole')).toEqual(whole);
  });

  test('loads none of the code that makes leaflets', () => {
    const coverage = out('coverage');
    const env = { NODE_V8_COVERAGE: coverage };
    const ended = run(['build', 'small', '--out', 'whole', ...EDITIONS], { env });
    expect(ended.err).toContain(UNCHANGED);
    const loaded = readdirSync(coverage).flatMap((file) =>
      (readJson(coverage, file).result as readonly { readonly url: string }[]).map(
        ({ url }) => url,
      ),
    );
    const ours = loaded.filter((url) => /^file:(?!.*\/test\/cli\/support\/)/.test(url));
    expect(ours.map((url) => url.split('/').slice(-2).join('/')).sort()).toEqual([
      'bin/safeleaf.js',
      'run/start.js',
    ]);
  });

  test('gives the events of the run that made it, and says that it is unchanged', () => {
    const first = build('events', '--json');
    const second = build('events', '--json');
    const [made, found] = [first, second].map(({ out }) => eventsOf(out));
    const last = made?.at(-1);
    expect(last).toMatchObject({ event: 'done', leaflets: 6, made: 6 });
    expect(found).toEqual([...(made?.slice(0, -1) ?? []), { ...last, unchanged: true }]);
    for (const event of found ?? []) Event.parse(event);
  });
});

describe('files that are not as they were made are put back', () => {
  test('in an empty folder, with all that lies beside them', () => {
    const fresh = build('fresh', ...EDITIONS);
    expect(fresh.isMade).toBe(false);
    expect(fresh.err).toContain('files put back from the cache, byte for byte');
    expect(hashesIn(cwd, 'fresh')).toEqual(whole);
    expect(existsSync(out('fresh/.lock'))).toBe(false);
  });

  test('in another time zone', () => {
    for (const [at, TZ] of ['Asia/Tokyo', 'America/St_Johns'].entries()) {
      const args = ['build', 'small', '--out', `zone-${at}`, ...EDITIONS];
      expect(run(args, { env: { TZ } }).err).toContain(UNCHANGED);
      expect(hashesIn(cwd, `zone-${at}`)).toEqual(whole);
    }
  });

  test('whichever are gone, cut short or changed; --explain says which, and why', () => {
    build('damaged', ...EDITIONS);
    const [gone = '', cut = '', changed = ''] = pdfsOf('damaged');
    rmSync(out('damaged', gone));
    const bytes = readFileSync(out('damaged', cut));
    writeFileSync(out('damaged', cut), bytes.subarray(0, bytes.length / 2));
    const other = readFileSync(out('damaged', changed));
    other.writeUInt8(other.readUInt8(1000) ^ 1, 1000);
    writeFileSync(out('damaged', changed), other);
    appendFileSync(out('damaged/findings.json'), ' ');
    const mended = build('damaged', ...EDITIONS, '--explain');
    expect(mended.isMade).toBe(false);
    expect(mended.err).toContain(`damaged/${gone}: the file was gone`);
    expect(mended.err).toContain(`damaged/${cut}: the file was not as it was made`);
    expect(mended.err).toContain(`damaged/${changed}: the file was not as it was made`);
    expect(mended.err.match(/\.pdf: /g)).toHaveLength(3);
    expect(mended.err).toContain('4 files put back from the cache');
    expect(hashesIn(cwd, 'damaged')).toEqual(whole);
  });

  test('of one file for many leaflets, and of drafts with their pictures', () => {
    for (const how of ['--one-file', '--draft']) {
      expect(build(`made${how}`, how).isMade).toBe(true);
      expect(build(`back${how}`, how).isMade).toBe(false);
      expect(hashesIn(cwd, `back${how}`)).toEqual(hashesIn(cwd, `made${how}`));
    }
  });

  test('and are what verify takes for what was made', () => {
    build('verified', ...EDITIONS);
    const verified = safeleaf(['verify', 'verified', 'verified/reader'], { cwd });
    expect(verified.code, verified.err).toBe(0);
  });

  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'and are whole PDFs'), () => {
    build('checked');
    for (const file of pdfsOf('checked'))
      expect(runProgram('qpdf', ['--check', out('checked', file)]).status).toBe(0);
  });
});

describe('the run is made', () => {
  test('where a catalogue has changed, and prints what it says now', () => {
    const file = out('campaigns/small/phones.csv');
    const before = readText(file);
    writeFileSync(file, before.replace('Galaxy A17', 'Galaxy A18'));
    expect(build('changed').isMade).toBe(true);
    const plain = safeleaf(['build', 'small', '--out', 'changed-plain'], { cwd });
    expect(plain.code).toBe(0);
    expect(hashesIn(cwd, 'changed')).toEqual(hashesIn(cwd, 'changed-plain'));
    writeFileSync(file, before);
    // What was true then is true again: also of the folder that holds the other run.
    expect(build('back-again', ...EDITIONS).isMade).toBe(false);
    expect(hashesIn(cwd, 'back-again')).toEqual(whole);
    expect(build('changed', ...EDITIONS).isMade).toBe(true);
    const { 'findings.json': _, ...files } = hashesIn(cwd, 'changed');
    const { 'findings.json': __, ...wanted } = whole;
    expect(files).toEqual(wanted);
  });

  test('with --no-cache, which neither looks nor keeps', () => {
    expect(build('anew', ...EDITIONS, '--no-cache').isMade).toBe(true);
    const elsewhere = out('never');
    const args = ['build', 'small', '--out', 'anew', '--no-cache'];
    expect(run(args, { env: { SAFELEAF_CACHE: elsewhere } }).code).toBe(0);
    expect(existsSync(elsewhere)).toBe(false);
  });
});

test('cache says where it is and how large, and cache clean throws it out', () => {
  const mine = { env: { SAFELEAF_CACHE: out('mine') } };
  expect(run(['build', 'small', '--out', 'cleaned'], mine).code).toBe(0);
  const told = run(['cache', '--json'], mine);
  const [before] = eventsOf(told.out);
  expect(before).toMatchObject({ event: 'cache', folder: out('mine'), limit: 2_000_000_000 });
  expect(Number(before?.entries)).toBeGreaterThan(3);
  mkdirSync(join(cache, 'left alone'), { recursive: true });
  const [cleaned] = eventsOf(run(['cache', 'clean', '--json'], mine).out);
  expect(cleaned).toMatchObject({ entries: 0, bytes: 0, thrownOut: before?.bytes });
  expect(existsSync(out('mine'))).toBe(false);
  expect(run(['build', 'small', '--out', 'cleaned'], mine).err).not.toContain(UNCHANGED);
  const off = run(['cache'], { env: { SAFELEAF_CACHE: 'off' } });
  expect(off.out).toContain('there is no cache');
});
