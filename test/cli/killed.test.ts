import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { readJournal } from '../../src/batch/journal.js';
import { runBatch } from '../../src/batch/run-batch.js';
import { isError } from '../../src/diagnostics/finding.js';
import { openWorld } from '../../src/outside.js';
import { openPressFor, prepare, type Ready } from '../../src/pipeline.js';
import { openProver } from '../../src/prove/open-prover.js';
import { hashes, readJson, smallWorkspace, startSafeleaf } from './support/run-safeleaf.js';

const KILLS = process.env.FULL === '1' ? 100 : 10;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));

/** How long a killed run takes over each file, milliseconds; and how long after its start it is killed at the latest. */
const SLOW = 12;
const PHONES = 24;
const LATEST = PHONES * SLOW + 250;

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
  };
}

const catalogue = (model: (n: number) => string, phones = PHONES): string =>
  [
    'sku,maker,model,os,network,box,quantity,shop',
    ...Array.from(
      { length: phones },
      (_, at) => `P${at},Apple,${model(at)},ios,ee,165 x 85 x 30,10,Leeds`,
    ),
    '',
  ].join('\n');

const CAMPAIGN = `title: "Small"
demonstration: true
market: "GB"
shelfLifeDays: 180
press: "coated-fogra39"
catalogue: ["phones.csv"]
leaflets:
  - template: "receipt-wallet-insert"
    brands: ["northstar"]
    locales: ["en-GB"]
trust: []
`;

const now = catalogue((at) => `iPhone ${at % 9}`);
const cwd = smallWorkspace({
  'campaigns/small/campaign.yaml': CAMPAIGN,
  'campaigns/small/phones.csv': now,
});
const out = (...path: string[]): string => join(cwd, ...path);
const run = { draft: false, toolVersion: readJson('package.json').version };
const world = openWorld({ workspace: cwd, packageRoot: process.cwd(), today: '2026-11-23' });

async function readyCampaign(): Promise<Ready> {
  const { value, findings } = await prepare(world, 'small', run);
  expect(findings.filter(isError)).toEqual([]);
  if (!value) throw new Error('the campaign is not ready');
  return value;
}

/** Runs a build to its end, in this process. */
async function buildHere(name: string, ready: Ready) {
  const options = { ...run, folder: out(name), shown: name };
  return runBatch(ready, openPressFor(ready, run), await openProver({ world }), options);
}

let ready: Ready;
let whole: Record<string, string>;

beforeAll(async () => {
  // A folder from before: two phones had other names, and there were two more.
  writeFileSync(
    out('campaigns/small/phones.csv'),
    catalogue((at) => `iPhone ${at % 8}`, 26),
  );
  await buildHere('earlier', await readyCampaign());
  writeFileSync(out('campaigns/small/phones.csv'), now);
  ready = await readyCampaign();
  await buildHere('whole', ready);
  whole = hashes(out('whole'));
});

/** Starts a build and kills it some time after it has taken its folder, or after it has finished its first file. */
async function killed(
  name: string,
  from: 'lock' | 'first file',
  after: number,
  jobs = 1,
): Promise<void> {
  const child = startSafeleaf(['build', 'small', '--out', name, '--jobs', String(jobs)], {
    cwd,
    env: { SLOW_DISK_MS: String(SLOW) },
    preload: ['slow-disk'],
  });
  let hasEnded = false;
  const ended = child.end.then(() => {
    hasEnded = true;
  });
  const hasBegun = () =>
    from === 'lock'
      ? existsSync(out(name, '.lock'))
      : readJournal(out(name, 'journal.ndjson')).length > 0;
  while (!hasBegun() && !hasEnded) await pause(2);
  await pause(after);
  child.kill('SIGKILL');
  await ended;
}

/** What a killed run leaves: under final names whole files only, of this run or of the one before. */
function expectNothingTorn(name: string, about: string): void {
  const older = hashes(out('earlier'));
  for (const [file, hash] of Object.entries(hashes(out(name))))
    if (file.endsWith('.pdf')) expect([whole[file], older[file]], about).toContain(hash);
  for (const { file, sha256 } of readJournal(out(name, 'journal.ndjson')))
    expect([whole[file], older[file]], about).toContain(sha256);
  if (existsSync(out(name, 'manifest.json'))) readJson(out(name), 'manifest.json');
}

const numbers = numbersFrom(SEED);

test.each(Array.from({ length: KILLS }, (_, at) => ({ kill: at + 1, after: numbers() * LATEST })))(
  `kill $kill of SEED=${SEED}: the run resumes to the bytes of one never stopped`,
  async ({ kill, after }) => {
    const name = `kill-${kill}`;
    const about = `SEED=${SEED}, kill ${kill} after ${after.toFixed(0)} ms`;
    if (kill % 2 === 0) cpSync(out('earlier'), out(name), { recursive: true });
    // Of three, one is killed while it takes its folder and proves its first leaflet.
    // Every other one has two threads that write, and one that reads back.
    await killed(name, kill % 3 === 0 ? 'lock' : 'first file', after, 1 + (kill % 2));
    expectNothingTorn(name, about);
    const made = await buildHere(name, ready);
    expect(made.findings.filter(isError), about).toEqual([]);
    const { 'findings.json': _, ...files } = hashes(out(name));
    const { 'findings.json': __, ...wanted } = whole;
    expect(files, about).toEqual(wanted);
    expect(
      readdirSync(out(name)).filter((it) => !/^(manifest|findings)\.json$|^print$/.test(it)),
    ).toEqual([]);
  },
);

test('a run that is killed late is not made anew as a whole', async () => {
  await killed('late', 'first file', (PHONES / 2) * SLOW);
  expect((await buildHere('late', ready)).standing).toBeGreaterThan(0);
});
