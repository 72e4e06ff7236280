import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BatchOptions } from '../../src/batch/batch-options.js';
import { runBatch } from '../../src/batch/run-batch.js';
import { openThreads, type ThreadFiles } from '../../src/batch/run-threads.js';
import { type Finding, isError } from '../../src/diagnostics/finding.js';
import type { LaidOutForm, PanelItem } from '../../src/layout/laid-out.js';
import { openWorld } from '../../src/outside.js';
import { openPressFor, prepare, type Ready } from '../../src/pipeline.js';
import { openProver } from '../../src/prove/open-prover.js';
import { hashes, readJson, smallWorkspace } from '../cli/support/run-safeleaf.js';

/** Threads run what was built: Node knows no TypeScript. */
const OURS = {
  writer: new URL('../../dist/batch/write-worker.js', import.meta.url),
  reader: new URL('../../dist/batch/prove-worker.js', import.meta.url),
};
const DYING = new URL('./support/dying-writer.mjs', import.meta.url);
const DYING_PROVER = new URL('./support/dying-prover.mjs', import.meta.url);
const DYING_ONCE = new URL('./support/dying-once-writer.mjs', import.meta.url);

const cwd = smallWorkspace();
const out = (...path: string[]): string => join(cwd, ...path);
const run = { draft: false, toolVersion: 'test' };
const world = openWorld({ workspace: cwd, packageRoot: process.cwd(), today: '2026-11-23' });
let ready: Ready;
let whole: Record<string, string>;

type Over = Partial<BatchOptions> & { readonly jobs: number; readonly modules?: ThreadFiles };

async function build(name: string, { jobs, modules = OURS, ...over }: Over, drawn = ready) {
  const into = over.oneFile ? 'one file' : 'separate files';
  const threads = await openThreads(jobs, ready.plan.leaflets.length, into, modules);
  const options = { ...run, folder: out(name), shown: name, threads, ...over };
  try {
    return await runBatch(ready, openPressFor(drawn, run), await openProver({ world }), options);
  } finally {
    await threads?.close();
  }
}

const codes = (findings: readonly Finding[]) => findings.filter(isError).map(({ code }) => code);
const printed = (name: string): readonly string[] => readdirSync(out(name, 'print')).sort();

beforeAll(async () => {
  const { value, findings } = await prepare(world, 'small', run);
  expect(codes(findings)).toEqual([]);
  if (!value) throw new Error('the campaign is not ready');
  ready = value;
  await build('whole', { jobs: 1 });
  whole = hashes(out('whole'));
});

describe('leaflets written by several threads', () => {
  test.each([2, 4])(
    '%i of them write the files, the manifest and the findings of one',
    async (jobs) => {
      const made = await build(`jobs-${jobs}`, { jobs });
      expect(codes(made.findings)).toEqual([]);
      expect(made.proven).toEqual({ panels: 4, files: 2 });
      expect(hashes(out(`jobs-${jobs}`))).toEqual(whole);
    },
  );

  test('leave what stands as it would be written, and say why they wrote the rest', async () => {
    const why = new Map<string, string | undefined>();
    const onFile = (file: string, reason: string | undefined) => why.set(file, reason);
    await build('again', { jobs: 2 });
    const [first = '', second = ''] = printed('again');
    writeFileSync(out('again/print', first), 'torn');
    const made = await build('again', { jobs: 2, onFile });
    expect(made.standing).toBe(5);
    expect(why.get(`print/${first}`) ?? why.get(first)).toBe('the file was not as it was made');
    expect(why.get(`print/${second}`) ?? why.get(second)).toBeUndefined();
    expect(hashes(out('again'))).toEqual(whole);
  });

  test('Ctrl-C ends them: whole files under their names, nothing else', async () => {
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked > 2;
    };
    const made = await build('stopped', { jobs: 2, isStopped });
    expect(codes(made.findings)).toEqual(['output/stopped']);
    expect(printed('stopped')).toHaveLength(2);
    for (const file of printed('stopped')) expect(file).toMatch(/\.pdf$/);
    const next = await build('stopped', { jobs: 2 });
    expect(next.standing).toBe(2);
    expect(hashes(out('stopped'))).toEqual(whole);
  });
});

/** As a press that left out the words of one brand's front panel would have drawn it. */
const misdrawn = (form: LaidOutForm): LaidOutForm => {
  if (form.form.brand.id !== 'kite') return form;
  const sides = form.sides.map((side, at) =>
    at > 0 ? side : { ...side, panels: side.panels.map(withoutWords) },
  );
  return { ...form, sides };
};
const withoutWords = (placed: LaidOutForm['sides'][number]['panels'][number]) => {
  const { panel } = placed;
  const isText = ({ kind }: PanelItem) => kind === 'text';
  const items = panel.items.filter(
    (item, at) => !isText(item) || at > panel.items.findIndex(isText),
  );
  return { ...placed, panel: { ...panel, items } };
};

test('the folder of a run with threads goes away: a finding, and the next run makes all', async () => {
  const onFile = () => rmSync(out('gone'), { recursive: true, force: true });
  const made = await build('gone', { jobs: 2, onFile });
  expect(codes(made.findings)).toContain('output/not-writable');
  await build('gone', { jobs: 2 });
  expect(hashes(out('gone'))).toEqual(whole);
});

describe('a panel that fails its proof', () => {
  test('stops every leaflet of its form, whoever wrote it, and no other', async () => {
    const drawn = { ...ready, forms: ready.forms.map(misdrawn) };
    const alone = await build('alone', { jobs: 1 }, drawn);
    const beside = await build('beside', { jobs: 2 }, drawn);
    expect(codes(beside.findings)).toContain('prove/word');
    expect(beside.findings).toEqual(alone.findings);
    expect(printed('beside').length).toBe(3);
    for (const file of printed('beside')) expect(file).toMatch(/northstar.*\.pdf$/);
    expect(hashes(out('beside'))).toEqual(hashes(out('alone')));
  });
});

describe('a file of many leaflets', () => {
  test('is read back beside the writing: the bytes, the proofs and the manifest of one thread', async () => {
    const alone = await build('one-alone', { jobs: 1, oneFile: true });
    const beside = await build('one-beside', { jobs: 2, oneFile: true });
    expect(codes(beside.findings)).toEqual([]);
    expect(beside.proven).toEqual(alone.proven);
    expect(printed('one-beside')).toHaveLength(2);
    expect(hashes(out('one-beside'))).toEqual(hashes(out('one-alone')));
  });

  test('whose panel fails its proof gets no name, and leaves nothing behind', async () => {
    const drawn = { ...ready, forms: ready.forms.map(misdrawn) };
    const alone = await build('one-wrong-alone', { jobs: 1, oneFile: true }, drawn);
    const beside = await build('one-wrong', { jobs: 2, oneFile: true }, drawn);
    expect(codes(beside.findings)).toContain('prove/word');
    expect(beside.findings).toEqual(alone.findings);
    expect(printed('one-wrong')).toHaveLength(1);
    expect(printed('one-wrong')[0]).toMatch(/northstar.*\.pdf$/);
  });

  test('whose reader dies gets no name', async () => {
    process.env.DEADLY_BRAND = 'kite';
    const modules = { ...OURS, reader: DYING_PROVER };
    const made = await build('one-unread', { jobs: 2, oneFile: true, modules });
    expect(codes(made.findings)).toEqual(['output/worker-died']);
    expect(printed('one-unread')).toHaveLength(1);
    expect(readJson(out('one-unread'), 'manifest.json').complete).toBe(false);
  });
});

describe('a thread that dies', () => {
  test.each(['exit', 'crash'])(
    '(%s) is replaced, and its leaflets are tried once more',
    async (how) => {
      process.env.DIED_ONCE = out(`died-${how}`);
      process.env.DIES_BY = how;
      const made = await build(`once-${how}`, {
        jobs: 2,
        modules: { ...OURS, writer: DYING_ONCE },
      });
      expect(existsSync(out(`died-${how}`))).toBe(true);
      expect(codes(made.findings)).toEqual([]);
      expect(hashes(out(`once-${how}`))).toEqual(whole);
    },
  );

  test('twice over one leaflet costs that one, which is named and missing', async () => {
    process.env.DEADLY_LEAFLET = 'NS-2';
    const made = await build('deadly', { jobs: 2, modules: { ...OURS, writer: DYING } });
    const died = made.findings.filter(isError);
    expect(died.map(({ code, at }) => [code, at.file.includes('NS-2')])).toEqual([
      ['output/worker-died', true],
      ['output/worker-died', true],
    ]);
    expect(printed('deadly')).toHaveLength(4);
    for (const file of printed('deadly')) expect(file).toMatch(/\.pdf$/);
    const { complete, missing, planned, leaflets } = readJson(out('deadly'), 'manifest.json');
    expect({ complete, planned, listed: leaflets.length }).toEqual({
      complete: false,
      planned: 6,
      listed: 4,
    });
    expect(missing.map(({ sku }: { sku: string }) => sku)).toEqual(['NS-2', 'NS-2']);
    await build('deadly', { jobs: 2 });
    expect(hashes(out('deadly'))).toEqual(whole);
  });

  test('over its proof keeps every leaflet of that form from its name, and no other', async () => {
    process.env.DEADLY_BRAND = 'kite';
    const made = await build('unproven', { jobs: 2, modules: { ...OURS, reader: DYING_PROVER } });
    expect(codes(made.findings)).toEqual(['output/worker-died']);
    expect(printed('unproven')).toHaveLength(3);
    for (const file of printed('unproven')) expect(file).toMatch(/northstar.*\.pdf$/);
    expect(readJson(out('unproven'), 'manifest.json').complete).toBe(false);
  });

  test('as soon as it starts ends the run as a mistake of ours, not as one that waits for ever', async () => {
    const writer = new URL('./support/no-such-file.mjs', import.meta.url);
    await expect(build('none', { jobs: 2, modules: { ...OURS, writer } })).rejects.toThrow(
      'no thread would start',
    );
    expect(existsSync(out('none/.lock'))).toBe(false);
  });
});
