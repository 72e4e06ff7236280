import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/units/hash.js';
import {
  hashes,
  readJson,
  safeleaf,
  smallWorkspace,
  startSafeleaf,
} from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const out = (name: string): string => join(cwd, name);
let whole: Record<string, string>;

beforeAll(() => {
  expect(safeleaf(['build', 'small', '--out', 'whole'], { cwd }).code).toBe(0);
  whole = hashes(out('whole'));
});

const printed = (name: string): string[] =>
  existsSync(out(`${name}/print`)) ? readdirSync(out(`${name}/print`)) : [];

/** Starts a build that takes a while over each file, and waits until the first have their names. */
async function begun(name: string, { files = 1, each = 250, jobs = 1 } = {}) {
  const run = startSafeleaf(['build', 'small', '--out', name, '--jobs', String(jobs)], {
    cwd,
    env: { SLOW_DISK_MS: String(each) },
    preload: ['slow-disk'],
  });
  const finished = () => printed(name).filter((file) => file.endsWith('.pdf')).length;
  for (let waited = 0; finished() < files && waited < 40_000; waited += 20) await pause(20);
  expect(finished()).toBeGreaterThanOrEqual(files);
  return run;
}

/** No file under a final name differs from what an undisturbed run makes. */
function expectWholeFilesOnly(name: string): void {
  const stand = Object.entries(hashes(out(name))).filter(([file]) => file.endsWith('.pdf'));
  for (const [file, hash] of stand) expect([file, hash]).toEqual([file, whole[file]]);
}

/** The next run ends with the bytes of a run that was never stopped. */
function expectMended(name: string): string {
  const ended = safeleaf(['build', 'small', '--out', name], { cwd });
  expect(ended.code).toBe(0);
  const { 'findings.json': _, ...files } = hashes(out(name));
  const { 'findings.json': __, ...wanted } = whole;
  expect(files).toEqual(wanted);
  return ended.err;
}

describe('a run that is stopped', () => {
  test.each([1, 2])(
    'by Ctrl-C ends with 130 and leaves nothing half-written, with %i to write',
    async (jobs) => {
      const name = `interrupted-${jobs}`;
      const run = await begun(name, { jobs });
      run.kill('SIGINT');
      const { code, err } = await run.end;
      expect(code).toBe(130);
      expect(err).not.toContain('    at ');
      expect(printed(name).every((file) => file.endsWith('.pdf'))).toBe(true);
      expect(existsSync(out(`${name}/.lock`))).toBe(false);
      expectWholeFilesOnly(name);
      const { complete } = readJson(out(name), 'manifest.json');
      expect(complete).toBe(false);
      expect(expectMended(name)).not.toContain('lock');
    },
  );

  test('by kill -9 leaves whole files only; the next run takes its lock over with a note', async () => {
    const run = await begun('killed', { files: 2 });
    run.kill('SIGKILL');
    await run.end;
    expectWholeFilesOnly('killed');
    expect(existsSync(out('killed/.lock'))).toBe(true);
    const said = expectMended('killed');
    expect(said).toContain('note[output/lock-taken-over]');
    expect(said).toContain(`process ${run.pid}`);
  });

  test('is waited for by a second one, which names process, host and start', async () => {
    const run = await begun('shared', { each: 2000 });
    const second = safeleaf(['build', 'small', '--out', 'shared'], { cwd });
    run.kill('SIGKILL');
    await run.end;
    expect(second.code).toBe(1);
    expect(second.err).toContain('error[output/locked]');
    expect(second.err).toMatch(
      new RegExp(`process ${run.pid} on ${hostname()} has been writing here since \\d{4}-`),
    );
  });
});

describe('what changes in the middle of a run', () => {
  test('its folder goes away: a finding, and the next run makes all', async () => {
    const run = await begun('gone');
    rmSync(out('gone'), { recursive: true, force: true });
    const { code, err } = await run.end;
    expect(code).toBe(1);
    expect(err).toContain('error[output/not-writable]');
    expect(err).not.toContain('    at ');
    expectMended('gone');
  });

  test('an input is edited: the manifest names the bytes that were read, and the next run takes the new ones', async () => {
    const phones = join(cwd, 'campaigns/small/phones.csv');
    const before = readFileSync(phones, 'utf8');
    const run = await begun('edited');
    writeFileSync(phones, before.replace('Galaxy A17', 'Galaxy A16'));
    try {
      const { code, err } = await run.end;
      expect(code).toBe(0);
      expect(err).toContain('campaigns/small/phones.csv: warning[output/input-changed]');
      const { inputs } = readJson(out('edited'), 'manifest.json');
      expect(inputs).toContainEqual({
        file: 'campaigns/small/phones.csv',
        sha256: sha256Hex(before),
      });
      const { 'findings.json': _, ...files } = hashes(out('edited'));
      const { 'findings.json': __, ...wanted } = whole;
      expect(files).toEqual(wanted);
      const next = safeleaf(['build', 'small', '--out', 'edited', '--explain'], { cwd });
      expect(next.err).toContain('changed: campaigns/small/phones.csv');
    } finally {
      writeFileSync(phones, before);
    }
  });

  test('the clock is set back: the same bytes, and a lock from the future is no riddle', () => {
    const clock = { cwd, preload: ['clock-back'] };
    expect(safeleaf(['build', 'small', '--out', 'clock'], clock).code).toBe(0);
    expect(hashes(out('clock'))).toEqual(whole);
    const lock = { pid: 2 ** 22 + 1, host: hostname(), since: '2099-01-01T00:00:00.000Z' };
    writeFileSync(out('clock/.lock'), JSON.stringify(lock));
    expect(expectMended('clock')).toContain('note[output/lock-taken-over]');
  });
});

describe('a disk in the way', () => {
  const bad = (name: string, BAD_DISK: string, jobs = 1) => {
    const ended = safeleaf(['build', 'small', '--out', name, '--jobs', String(jobs)], {
      cwd,
      env: { BAD_DISK },
      preload: ['bad-disk'],
    });
    expect(ended.code).toBe(1);
    expect(ended.err).not.toContain('    at ');
    expect(ended.err).not.toContain('bug in safeleaf');
    expectWholeFilesOnly(name);
    expect(printed(name).every((file) => file.endsWith('.pdf'))).toBe(true);
    return ended.err;
  };

  test.each([1, 2])(
    'that is full stops a run with %i to write; what is finished stays, and the next run makes the rest',
    (jobs) => {
      const said = bad(`full-${jobs}`, 'openSync,writeFileSync ENOSPC _NS-2.pdf', jobs);
      expect(said).toContain('error[output/disk-full]');
      expect(printed(`full-${jobs}`)).toHaveLength(1);
      expectMended(`full-${jobs}`);
    },
  );

  test('that takes its permission back stops the run with a finding', () => {
    const said = bad('forbidden', 'openSync,writeFileSync EACCES _NS-2.pdf');
    expect(said).toContain('error[output/not-writable]');
    expectMended('forbidden');
  });

  test('as a viewer that holds one PDF open costs that one only', () => {
    expect(safeleaf(['build', 'small', '--out', 'held'], { cwd }).code).toBe(0);
    writeFileSync(join(out('held/print'), printed('held')[0] ?? ''), 'an older one');
    const name = printed('held')[0] ?? '';
    const ended = safeleaf(['build', 'small', '--out', 'held'], {
      cwd,
      env: { BAD_DISK: `renameSync EBUSY ${name} once` },
      preload: ['bad-disk'],
    });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('error[output/held-open]');
    expect(ended.err).toContain(`another program holds "${name}" open`);
    expectMended('held');
  });
});
