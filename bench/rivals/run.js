// `npm run bench:rivals`: safeleaf and other engines in turn on one leaflet, written to bench/RIVALS.md (to RIVALS-<RECORDS>.md for another number of leaflets).
// RECORDS: how many leaflets each engine makes (1,000 if not said). ENGINES: only these, by name. FULL=1: growth to 100,000.
import { statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { machine } from '../machine.js';
import { middle } from '../table.js';
import { engines, prepareFloor, SAFELEAF } from './engines.js';
import { measureKept } from './kept.js';
import { inFolder } from './measure.js';
import { growthTable, keptTable, ratioTable, rivalsTable } from './tables.js';
import { measureThreads, threadsTable } from './threads.js';

const RECORDS = Number(process.env.RECORDS ?? 1000);
const COLD_RUNS = 3;
/** What a leaflet's own file takes on the disk at the most, with something to spare. */
const MOST_BYTES = 150_000;
const only = process.env.ENGINES?.split(',');
const growth = [100, 1000, 10_000, 100_000].filter((records) =>
  process.env.FULL === '1' ? true : records <= 10 * RECORDS && records <= 10_000,
);
const loadBefore = os.loadavg()[0];

const rivals = await inFolder(async (parts) => {
  await prepareFloor(parts);
  const rows = [];
  for (const engine of engines(parts))
    if (only === undefined || only.includes(engine.name)) rows.push(await measureEngine(engine));
  return rows;
});
const kept = [await measureKept(1), await measureKept(RECORDS)];
const threads = await measureThreads(10 * RECORDS);
const grown = [];
for (const records of growth)
  for (const mode of ['separate', 'one-file'].filter((it) => hasRoom(it, records)))
    grown.push({ mode, records, ...(await say(SAFELEAF, mode, records)) });

const page = `# Rivals

${machine()}
- load before: ${loadBefore.toFixed(1)}; ${os.cpus().length} cores, every engine one process of its own, in turn
- Typst 0.7.0 (npm @myriaddreamin/typst-ts-node-compiler), pdfkit 0.20.2, @react-pdf/renderer 4.9.0

## ${RECORDS.toLocaleString('en')} leaflets

${rivalsTable(rivals, RECORDS)}

## safeleaf against Typst and the floor

${ratioTable(rivals)}

## What the cache gives

${keptTable(kept, rivals)}

## Threads

${threadsTable(threads)}

## Growth of safeleaf

${growthTable(grown)}

How to read it: README.md in this folder. Made by \`npm run bench:rivals\`; the next run replaces it.
`;
writeFileSync(
  new URL(`../${RECORDS === 1000 ? 'RIVALS' : `RIVALS-${RECORDS}`}.md`, import.meta.url),
  page,
);
console.log(page);

/** Whether the disk takes a file for each record; the one that all share is small. */
function hasRoom(mode, records) {
  const { bavail, bsize } = statfsSync(os.tmpdir());
  if (mode === 'one-file' || bavail * bsize > records * MOST_BYTES) return true;
  console.error(`separate, ${records}: left out, the disk has no room for them`);
  return false;
}

async function measureEngine(engine) {
  const cold = [];
  for (let run = 0; run < COLD_RUNS; run += 1) cold.push(await say(engine, 'separate', 1));
  const separate = await say(engine, 'separate', RECORDS);
  const oneFile = await say(engine, 'one-file', RECORDS);
  return { ...engine, cold: middle(cold), separate, oneFile };
}

async function say(engine, mode, records) {
  const run = await engine.run(mode, records);
  console.error(`${engine.name}, ${mode}, ${records}: ${run.seconds.toFixed(2)} s`);
  return run;
}
