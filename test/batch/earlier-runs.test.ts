import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EarlierRuns } from '../../src/batch/earlier-runs.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'safeleaf-earlier-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const manifest = () => join(folder, 'manifest.json');
const opened = () => new EarlierRuns(manifest(), join(folder, 'journal.ndjson'));

const alone = { file: 'one.pdf', sha256: 'aa', jobCode: 'SL-1', form: 'f', sku: 'A', quantity: 1 };
const ofMany = (file: string, record: number) => ({
  file,
  record,
  jobCode: `SL-${file}-${record}`,
  form: 'f',
  sku: `${file}${record}`,
  quantity: 1,
  values: [],
});

const leaflets = [alone, ofMany('a.pdf', 1), ofMany('a.pdf', 2), ofMany('b.pdf', 1)];

const write = (more: object = {}) =>
  writeFileSync(
    manifest(),
    JSON.stringify({ manifest: 1, forms: {}, panels: {}, leaflets, ...more }),
  );

describe('what earlier runs left', () => {
  test('is what the manifest lists, but for the files that are asked to be left out', () => {
    write();
    expect(opened().leafletsBut(new Set(['a.pdf']))).toEqual([alone, ofMany('b.pdf', 1)]);
  });

  test('is held no longer than asked for where it lies in files of many, and is there again when it is needed', () => {
    write();
    const earlier = opened();
    earlier.letGo();
    expect(earlier.manifest?.leaflets).toEqual([alone]);
    expect(earlier.leafletsBut(new Set())).toEqual(leaflets);
    expect(earlier.leafletsBut(new Set(['b.pdf', 'one.pdf']))).toEqual(leaflets.slice(1, 3));
  });

  test('is not read again where this run has made all of its files of many', () => {
    write();
    const earlier = opened();
    earlier.letGo();
    rmSync(manifest());
    expect(earlier.leafletsBut(new Set(['a.pdf', 'b.pdf']))).toEqual([alone]);
  });

  test('counts what a killed run had finished', () => {
    write();
    writeFileSync(
      join(folder, 'journal.ndjson'),
      `${JSON.stringify({ ...alone, sha256: 'bb' })}\n{"file":"torn`,
    );
    expect(opened().manifest?.leaflets.map(({ sha256 }) => sha256)).toContain('bb');
  });

  test('is nothing where there is no manifest', () => {
    const earlier = opened();
    earlier.letGo();
    expect([earlier.manifest, earlier.leafletsBut(new Set())]).toEqual([undefined, []]);
  });
});
