import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventsOf, hashes, readJson, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const out = (name: string): string => join(cwd, name);
const merge = (folders: readonly string[], into: string, ...more: string[]) =>
  safeleaf(['merge', ...folders, '--out', into, ...more], { cwd });

beforeAll(() => {
  expect(safeleaf(['build', 'small', '--out', 'whole'], { cwd }).code).toBe(0);
  for (const part of ['1', '2', '3']) {
    const args = ['build', 'small', '--out', `part-${part}`, '--shard', `${part}/3`];
    expect(safeleaf(args, { cwd }).code).toBe(0);
  }
});

const codesOf = (said: string): unknown[] =>
  eventsOf(said)
    .filter(({ event }) => event === 'finding')
    .map(({ code }) => code);

describe('merge', () => {
  test('puts the parts together: the files and the manifest of the run in one piece', () => {
    const ended = merge(['part-3', 'part-1', 'part-2'], 'merged');
    expect(ended.err).toContain('6 leaflets in merged: all of the campaign, each once.');
    expect(ended.code).toBe(0);
    const [made, whole] = [hashes(out('merged')), hashes(out('whole'))];
    expect(made['manifest.json']).toBe(whole['manifest.json']);
    for (const [file, hash] of Object.entries(whole))
      if (file.endsWith('.pdf')) expect(made[file]).toBe(hash);
    expect(safeleaf(['verify', 'merged'], { cwd }).code).toBe(0);
  });

  test('names the part that is not there', () => {
    const ended = merge(['part-1', 'part-3'], 'less', '--json');
    expect(ended.code).toBe(1);
    expect(codesOf(ended.out)).toEqual(['merge/missing']);
    expect(ended.out).toContain('part 2 of 3 is not among them');
    expect(readdirSync(cwd)).not.toContain('less');
  });

  test('tells a part that is named twice, by its leaflets', () => {
    const ended = merge(['part-1', 'part-2', 'part-3', 'part-2'], 'more', '--json');
    expect(codesOf(ended.out)).toEqual(['merge/twice']);
  });

  test('refuses a file that was changed, and writes no manifest', () => {
    cpSync(out('part-2'), out('changed'), { recursive: true });
    const [file = ''] = readdirSync(out('changed/print'));
    writeFileSync(out(`changed/print/${file}`), 'another');
    const ended = merge(['part-1', 'changed', 'part-3'], 'spoilt', '--json');
    expect(codesOf(ended.out)).toEqual(['merge/changed']);
    expect(readdirSync(out('spoilt'))).not.toContain('manifest.json');
  });

  test('refuses parts of two runs, a part that did not finish, a folder without a manifest', () => {
    cpSync(out('part-2'), out('older'), { recursive: true });
    const manifest = readJson(out('older'), 'manifest.json');
    const put = (change: object) =>
      writeFileSync(out('older/manifest.json'), JSON.stringify({ ...manifest, ...change }));
    const refused = () => codesOf(merge(['part-1', 'older', 'part-3'], 'no', '--json').out);
    put({ printOn: '2020-01-01' });
    expect(refused()).toEqual(['merge/other-run']);
    put({ inputs: [] });
    expect(refused()).toEqual(['merge/other-run']);
    put({ complete: false });
    expect(refused()).toEqual(['merge/unfinished']);
    rmSync(out('older/manifest.json'));
    expect(refused()).toEqual(['merge/no-part']);
    expect(codesOf(merge(['part-1', 'part-2'], 'part-1', '--json').out)).toEqual([
      'merge/into-part',
    ]);
  });

  test('never follows a name that leads out of the folder', () => {
    cpSync(out('part-2'), out('sly'), { recursive: true });
    const manifest = readJson(out('sly'), 'manifest.json');
    const [first, ...rest] = manifest.leaflets;
    const leaflets = [{ ...first, file: '../whole/manifest.json' }, ...rest];
    writeFileSync(out('sly/manifest.json'), JSON.stringify({ ...manifest, leaflets }));
    const ended = merge(['part-1', 'sly', 'part-3'], 'deep/merged', '--json');
    expect(codesOf(ended.out)).toEqual(['merge/changed']);
    expect(readdirSync(out('deep'))).toEqual(['merged']);
  });
});
