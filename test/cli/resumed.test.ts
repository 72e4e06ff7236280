import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  eventsOf,
  hashes,
  readJson,
  readText,
  safeleaf,
  smallWorkspace,
} from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const out = (...path: string[]): string => join(cwd, ...path);
const build = (name: string, ...more: string[]) =>
  safeleaf(['build', 'small', '--out', name, '--explain', ...more], { cwd });

interface Listed {
  readonly file: string;
  readonly sku: string;
  readonly shop?: string;
}
const leaflets = (name: string): readonly Listed[] => readJson(out(name), 'manifest.json').leaflets;

let whole: Record<string, string>;

beforeAll(() => {
  expect(build('whole').code).toBe(0);
  whole = hashes(out('whole'));
});

/** When the bytes of a file were last written. */
const writtenAt = (name: string, file: string): number => statSync(out(name, file)).mtimeMs;

test('what stands byte for byte is left alone', () => {
  const before = leaflets('whole').map(({ file }) => writtenAt('whole', file));
  const again = build('whole');
  expect(again.code).toBe(0);
  expect(again.err).toContain('6 files stood already');
  expect(again.err).not.toContain('.pdf: ');
  expect(leaflets('whole').map(({ file }) => writtenAt('whole', file))).toEqual(before);
  expect(hashes(out('whole'))).toEqual(whole);
});

test('a file that is gone, torn or changed is made anew, and --explain says which', () => {
  expect(build('damaged').code).toBe(0);
  const [gone, torn, changed] = leaflets('damaged').map(({ file }) => file);
  rmSync(out('damaged', gone ?? ''));
  const bytes = readFileSync(out('damaged', torn ?? ''));
  writeFileSync(out('damaged', torn ?? ''), bytes.subarray(0, bytes.length / 2));
  const other = readFileSync(out('damaged', changed ?? ''));
  other.writeUInt8(other.readUInt8(1000) ^ 1, 1000);
  writeFileSync(out('damaged', changed ?? ''), other);
  const mended = build('damaged');
  expect(mended.err).toContain(`damaged/${gone}: the file was gone`);
  expect(mended.err).toContain(`damaged/${torn}: the file was not as it was made`);
  expect(mended.err).toContain(`damaged/${changed}: the file was not as it was made`);
  expect(mended.err.match(/\.pdf: /g)).toHaveLength(3);
  expect(hashes(out('damaged'))).toEqual(whole);
});

test('with --json every file says why it was written', () => {
  const events = (name: string) =>
    eventsOf(build(name, '--json').out).filter(({ event }) => event === 'made');
  expect(new Set(events('told').map(({ why }) => why))).toEqual(new Set(['new']));
  expect(new Set(events('told').map(({ why }) => why))).toEqual(new Set(['stood as it is']));
});

test('a changed input is named, for the leaflets that it is in', () => {
  const own = smallWorkspace();
  const make = () => safeleaf(['build', 'small', '--out', 'out', '--explain'], { cwd: own });
  expect(make().code).toBe(0);
  const file = join(own, 'campaigns/small/phones.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Galaxy A17', 'Galaxy A16'));
  const said = make();
  expect(said.code).toBe(0);
  const reasons = said.err.split('\n').filter((line) => line.includes('.pdf: '));
  expect(reasons.length).toBeGreaterThan(0);
  for (const line of reasons) expect(line).toContain('changed: campaigns/small/phones.csv');
});

/** A folder as a run leaves it that is killed after its last file: a journal, and a manifest that lists nothing. */
function killedLate(name: string): void {
  expect(build(name).code).toBe(0);
  const manifest = readJson(out(name), 'manifest.json');
  const lines = manifest.leaflets.map((it: Listed) => JSON.stringify(it)).join('\n');
  writeFileSync(
    out(name, 'manifest.json'),
    JSON.stringify({ ...manifest, complete: false, leaflets: [] }),
  );
  writeFileSync(out(name, 'journal.ndjson'), `${lines}\n`);
}

test('a killed run resumes from its journal, also where the last line is torn', () => {
  killedLate('journal');
  appendFileSync(out('journal/journal.ndjson'), '{"file":"print/x.pdf","sha2');
  const resumed = build('journal');
  expect(resumed.code).toBe(0);
  expect(resumed.err).toContain('6 files stood already');
  expect(existsSync(out('journal/journal.ndjson'))).toBe(false);
  expect(hashes(out('journal'))).toEqual(whole);
});

test('what a killed run made and the campaign no longer makes is removed', () => {
  killedLate('less');
  const file = join(cwd, 'campaigns/small/phones.csv');
  const phones = readFileSync(file, 'utf8');
  writeFileSync(file, phones.replace(/NS-2.*\n/, ''));
  try {
    const resumed = build('less');
    expect(resumed.code).toBe(0);
    expect(resumed.err).toContain('note[output/removed]');
    expect(leaflets('less').some(({ sku }) => sku === 'NS-2')).toBe(false);
    expect(Object.keys(hashes(out('less'))).some((it) => it.includes('NS-2'))).toBe(false);
  } finally {
    writeFileSync(file, phones);
  }
});

test('a part of a run lists of an earlier one only what stands as it was made', () => {
  expect(build('part').code).toBe(0);
  const torn = leaflets('part').find(({ sku }) => sku === 'NS-2')?.file ?? '';
  writeFileSync(out('part', torn), 'torn');
  const some = build('part', '--only', 'sku=NS-1');
  expect(some.code).toBe(0);
  expect(some.err).toContain('warning[output/lost]');
  expect(some.err).toContain(torn);
  expect(leaflets('part').map(({ file }) => file)).not.toContain(torn);
  expect(leaflets('part')).toHaveLength(5);
  expect(readText(out('part'), torn)).toBe('torn');
  expect(build('part').code).toBe(0);
  const { 'findings.json': _, ...files } = hashes(out('part'));
  const { 'findings.json': __, ...wanted } = whole;
  expect(files).toEqual(wanted);
});
