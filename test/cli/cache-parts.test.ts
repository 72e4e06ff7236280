import { rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashesIn, keptRuns, UNCHANGED } from './support/kept-runs.js';
import { readJson, readText, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const { build, run, out } = keptRuns(cwd);
let whole: Record<string, string>;

beforeAll(() => {
  expect(safeleaf(['build', 'small', '--out', 'whole'], { cwd }).code).toBe(0);
  whole = hashesIn(cwd, 'whole');
});

describe('a part of a run', () => {
  test('is made where it is put into a folder that holds another', () => {
    build('part', '--only', 'sku=NS-1', '--no-cache');
    for (const _ of [1, 2]) expect(build('part', '--only', 'sku=NS-2').isMade).toBe(true);
    const all = Object.entries(hashesIn(cwd, 'part')).filter(([file]) => file.endsWith('.pdf'));
    expect(all).toHaveLength(6);
    for (const [file, hash] of all) expect([file, hash]).toEqual([file, whole[file]]);
  });

  test('is found made in a folder of its own, or put back there', () => {
    for (const part of [
      ['--only', 'sku=NS-2'],
      ['--shard', '1/2'],
      ['--shard', '2/2'],
    ]) {
      const name = part.join('-').replace('/', '-of-');
      expect(build(name, ...part).isMade).toBe(true);
      expect(build(name, ...part).isMade).toBe(false);
      expect(build(`${name}-again`, ...part).isMade).toBe(false);
      expect(hashesIn(cwd, `${name}-again`)).toEqual(hashesIn(cwd, name));
    }
  });

  test('leaves no trace from a folder that another run has left unfinished', () => {
    build('unfinished', '--only', 'sku=NS-1', '--no-cache');
    const manifest = out('unfinished/manifest.json');
    writeFileSync(manifest, readText(manifest).replace('"complete": true', '"complete": false'));
    expect(build('unfinished', '--only', 'sku=NS-1').isMade).toBe(true);
    expect(build('unfinished', '--only', 'sku=NS-1').isMade).toBe(true);
    const fresh = build('finished', '--only', 'sku=NS-1');
    expect([fresh.isMade, readJson(out('finished'), 'manifest.json').complete]).toEqual([
      true,
      true,
    ]);
  });

  test('is that of its job in an array, whatever was typed', () => {
    for (const [index, name] of ['--shard-1-of-2', '--shard-2-of-2'].entries()) {
      const env = { AWS_BATCH_JOB_ARRAY_INDEX: `${index}`, AWS_BATCH_JOB_ARRAY_SIZE: '2' };
      const { code, err } = run(['build', 'small', '--out', `job-${index}`, '--shard', 'auto'], {
        env,
      });
      expect([code, err.includes(UNCHANGED)]).toEqual([0, true]);
      expect(hashesIn(cwd, `job-${index}`)).toEqual(hashesIn(cwd, name));
      rmSync(out(`job-${index}`), { recursive: true });
    }
  });
});
