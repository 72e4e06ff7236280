// One thread against two, on the same leaflets, in turn. Its start is told apart: a run takes its folder (`.lock`) when it
// has set, judged and drawn all that leaflets have alike; from then on it proves and writes, to the end of the process.
// Folders go at the end, all at once: ext4 makes a file ten times as slowly where thousands were deleted a minute before.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { toRows } from '../rows.js';
import { middle } from '../table.js';
import { inFolder } from './measure.js';
import { CAMPAIGN, writeSafeleafWorkspace } from './safeleaf-workspace.js';

const BIN = fileURLToPath(new URL('../../bin/safeleaf.js', import.meta.url));
const JOBS = [1, 2];
const ROUNDS = 3;
/** How often it is looked whether a run has taken its folder, milliseconds. */
const GLANCE = 2;

/** Runs with one and with two threads that write, in turn; of each the middle one by the time after its start. */
export const measureThreads = (records) =>
  inFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    await writeSafeleafWorkspace(workspace, records);
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const jobs of JOBS)
        runs.push(await run(workspace, join(folder, `out-${round}-${jobs}`), jobs, records));
    return JOBS.map((jobs) => ({ records, ...middle(runs.filter((it) => it.jobs === jobs)) }));
  });

async function run(workspace, out, jobs, records) {
  const args = [BIN, 'build', CAMPAIGN, '-w', workspace, '-o', out, '--jobs', String(jobs)];
  const started = performance.now();
  const child = spawn(process.execPath, [...args, '--no-cache'], { stdio: 'ignore' });
  let begun;
  const glance = setInterval(() => {
    if (begun === undefined && existsSync(join(out, '.lock'))) begun = performance.now();
  }, GLANCE);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const ended = performance.now();
  clearInterval(glance);
  const made = readdirSync(join(out, 'print')).filter((name) => name.endsWith('.pdf')).length;
  if (code !== 0 || made !== records || begun === undefined)
    throw new Error(`--jobs ${jobs} ended with ${code} and made ${made} of ${records} files`);
  const one = { jobs, start: (begun - started) / 1000, seconds: (ended - begun) / 1000 };
  console.error(
    `--jobs ${jobs}: start ${one.start.toFixed(2)} s, then ${one.seconds.toFixed(2)} s`,
  );
  return one;
}

/** A row for each number of threads, and how many times as fast as one the others are. */
export function threadsTable(runs) {
  const [one] = runs;
  const rows = runs.map(({ jobs, records, start, seconds }) => [
    jobs,
    records.toLocaleString('en'),
    start.toFixed(2),
    seconds.toFixed(2),
    (records / seconds).toFixed(0),
    (one.seconds / seconds).toFixed(2),
  ]);
  const head = ['--jobs', 'leaflets', 'start: s', 'proof and writing: s', 'leaflets a second'];
  return toRows([...head, 'times one'], rows);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(threadsTable(await measureThreads(Number(process.env.RECORDS ?? 10_000))));
