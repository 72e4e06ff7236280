// `npm run bench:scripts`: milliseconds of processor time to set a panel of 120 words in each script, cold and warm, next to pdfkit's own
// text() and fontkit's layout on the same words and font. Writes bench/SCRIPTS.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { toRows } from './rows.js';
import { PANELS, panelWords } from './script-panels.js';

/** Processes a figure; `SAFELEAF_BENCH_RUNS=1` for a quick look. */
const RUNS = Number(process.env.SAFELEAF_BENCH_RUNS ?? 5);
const ONE = fileURLToPath(new URL('set-panel.js', import.meta.url));
const { resolve } = createRequire(import.meta.url);

const isInstalled = ({ font }) => {
  try {
    return existsSync(resolve(font));
  } catch {
    return false;
  }
};

/** The middle of several runs, each in a process of its own: fonts unread, nothing compiled. */
function measured(script, how) {
  const runs = Array.from({ length: RUNS }, () => {
    const ended = spawnSync(process.execPath, [ONE, script.name, how], { encoding: 'utf8' });
    if (ended.status === 0) return JSON.parse(ended.stdout);
    if (how === 'safeleaf') throw new Error(`${script.name}: ${ended.stderr}`);
    return { cold: Number.NaN, warm: Number.NaN };
  });
  const middleOf = (values) => values.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return { cold: middleOf(runs.map((it) => it.cold)), warm: middleOf(runs.map((it) => it.warm)) };
}

const ms = (value) => (Number.isNaN(value) ? 'throws' : value.toFixed(value < 10 ? 1 : 0));

const rows = PANELS.map((script) => {
  if (!isInstalled(script)) return [script.name, `skipped: ${script.font} is not installed`];
  const all = ['safeleaf', 'fontkit', 'pdfkit'].map((how) => measured(script, how));
  console.error(script.name);
  return [
    script.name,
    String(panelWords(script).words),
    ...all.map(({ cold }) => ms(cold)),
    ...all.map(({ warm }) => ms(warm)),
  ];
});

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const [cpu] = os.cpus();
const page = `# A panel in each script

- date: ${new Date().toISOString().slice(0, 10)}
- commit: ${git('rev-parse', '--short', 'HEAD')}
- machine: ${os.cpus().length} x ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.arch()}; load ${os.loadavg()[0].toFixed(1)} at the end
- Node ${process.version}

Milliseconds of processor time, all threads, to set 120 words at 12 pt in a column of 84 mm; the middle of ${RUNS} processes. **Cold**: a new
process with its modules loaded and no font read. **Warm**: the same process, the mean of 20 more panels, each with the words
in an order that it has not set before. **throws**: an exception instead of a panel.

What each does is not the same. safeleaf finds faces, directions and breaks, shapes with HarfBuzz and chooses lines by total fit, and
knows every word's place. fontkit only shapes the words as one line. pdfkit's text() shapes with fontkit, breaks lines at spaces by first fit and writes
its operators, and keeps the shape of each word that it has seen; it knows no direction of lines and no words without spaces. Made by \`npm run bench:scripts\`; the next run replaces it.

${toRows(
  [
    'script',
    'words',
    'safeleaf cold',
    'fontkit cold',
    'pdfkit cold',
    'safeleaf warm',
    'fontkit warm',
    'pdfkit warm',
  ],
  rows,
)}
`;
writeFileSync(new URL('SCRIPTS.md', import.meta.url), page);
console.log(page);
