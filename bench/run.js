// `npm run bench`: times the real command line on workspaces of its own making and writes bench/RESULTS.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { measuredBuild } from './build.js';
import { machine } from './machine.js';
import { middle, toTable } from './table.js';
import { CAMPAIGN, writeWorkspace } from './workspace.js';

const CASES = [
  { name: 'one leaflet, from cold', phones: 1, runs: 5 },
  { name: '200 leaflets, one form', phones: 200, runs: 3 },
  { name: '1,000 leaflets, one form', phones: 1000, runs: 3 },
  { name: '1,000 leaflets, forms as in the demonstration', phones: 1000, spread: true, runs: 3 },
  { name: '1,000 wallet cards', phones: 1000, template: 'receipt-wallet-insert', runs: 3 },
];

const results = CASES.flatMap(runCase);
const page = `# Results

${machine()}

${toTable(results)}

How to read it: README.md in this folder. Made by \`npm run bench\`; the next run replaces it.
`;
writeFileSync(new URL('RESULTS.md', import.meta.url), page);
console.log(page);

/** The middle of some runs into an empty folder, then one more over the finished files. */
function runCase({ name, runs, ...workspace }) {
  const first = [];
  let again;
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(join(os.tmpdir(), 'safeleaf-bench-'));
    try {
      writeWorkspace(folder, workspace);
      const made = measuredBuild(folder, CAMPAIGN, workspace.phones);
      first.push(made);
      console.error(`${name}, run ${run + 1} of ${runs}: ${made.seconds.toFixed(2)} s`);
      if (run + 1 === runs) again = measuredBuild(folder, CAMPAIGN, workspace.phones);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  expectSameBytes(name, [...first, again]);
  return [
    { name, ...middle(first) },
    { name: '- the same again', ...again },
  ];
}

/** Speed that changes a byte is a fault. */
function expectSameBytes(name, runs) {
  if (new Set(runs.map(({ sha256 }) => sha256)).size > 1)
    throw new Error(`${name}: two runs on the same inputs made different bytes`);
}
