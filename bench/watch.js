// `npm run bench:watch`: how long `safeleaf watch` takes from a save to the finished files of one leaflet, through the real
// command line: from before the file is written until the event `done` is read. Writes bench/WATCH.md. A name chooses cases.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { machine } from './machine.js';
import { CAMPAIGN, writeWorkspace } from './workspace.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAVES = 10;

const DECK = 'locales/en-GB/parent.yaml';
const STYLE = 'templates/parent-trifold/style.css';

const WORDS = 'good grand fun useful clever handy lovely small bright easy'.split(' ');

/** What is saved: in a file, a text that is another at each save, so that nothing of an earlier save is of use again. */
const EDITS = [
  {
    what: 'a word',
    file: () => DECK,
    find: /Phones are \w+/,
    put: (at) => `Phones are ${WORDS[at]}`,
  },
  {
    what: 'a style',
    file: () => STYLE,
    find: /\.cover-lead { font-size: [0-9.]+pt/,
    put: (at) => `.cover-lead { font-size: ${(13.9 - at / 20).toFixed(2)}pt`,
  },
  {
    what: 'a row',
    file: (campaign) => `campaigns/${campaign}/phones.csv`,
    find: /(?<=\n[^\n]*)(?:Model \d{5}|iPhone \d+ 256)/,
    put: (at, campaign) =>
      campaign === CAMPAIGN ? `Model 000${at + 10}` : `iPhone ${at + 20} 256`,
  },
];

/** What is watched. A word that nobody has approved is made as a draft only. */
const WATCHED = [
  { campaign: CAMPAIGN, what: 'a campaign of one leaflet, drafts', options: [] },
  {
    campaign: CAMPAIGN,
    what: 'a campaign of one leaflet, for print',
    options: ['--no-draft'],
    without: 'a word',
  },
  {
    campaign: 'demo',
    what: 'one leaflet of the 448 of the demonstration, drafts',
    options: [
      'template=parent-trifold',
      'brand=northstar',
      'locale=en-GB',
      'sku=APL-IP17-256',
      'shop=Leeds Headrow',
    ].flatMap((it) => ['--only', it]),
  },
];

const wanted = process.argv[2] ?? '';
const rows = [];
for (const watched of WATCHED)
  if (watched.what.includes(wanted)) rows.push(...(await measure(watched)));
const page = `# A save, and the leaflet made anew

${machine()}

| watched | saved | median ms | slowest ms | processor ms a save |
| ------- | ----- | --------: | ---------: | ------------------: |
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${SAVES} saves each. How to read it: README.md in this folder. Made by \`npm run bench:watch\`; the next run replaces it.
`;
if (wanted === '') writeFileSync(new URL('WATCH.md', import.meta.url), page);
console.log(page);

async function measure({ campaign, what, options, without }) {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-bench-watch-'));
  try {
    writeDesk(folder);
    const watch = startWatch(folder, campaign, options);
    await watch.done();
    const measured = [];
    for (const { what: edit, file, find, put } of EDITS.filter(({ what: it }) => it !== without)) {
      const saves = [];
      const before = processorMs(watch.pid);
      for (let at = 0; at < SAVES; at += 1) {
        const path = join(folder, file(campaign));
        saves.push(await save(watch, path, find, put(at, campaign)));
      }
      saves.sort((a, b) => a - b);
      const median = (saves[SAVES / 2 - 1] + saves[SAVES / 2]) / 2;
      const spent = (processorMs(watch.pid) - before) / SAVES;
      const figures = [median, saves.at(-1), spent].map((it) => it.toFixed(0));
      measured.push([what, edit, ...figures]);
    }
    await watch.end();
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a process has used of the processor, as Linux tells it in hundredths of a second; NaN elsewhere. */
function processorMs(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')[1]
      .split(' ')
      .slice(11);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Number.NaN;
  }
}

/** A workspace with files of its own to edit, and the rest as it is shipped. */
function writeDesk(folder) {
  writeWorkspace(folder, { phones: 1 });
  for (const path of [DECK, STYLE, 'campaigns/demo/phones.csv', 'campaigns/demo/campaign.yaml']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
}

async function save(watch, path, find, put) {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(find, put);
  if (after === before) throw new Error(`${find} does not stand in ${path}, or as it was`);
  const begun = performance.now();
  writeFileSync(path, after);
  const events = await watch.done();
  const taken = performance.now() - begun;
  if (!events.some(({ event, file }) => event === 'made' && file.endsWith('.pdf')))
    throw new Error(`nothing was made of ${path}: ${JSON.stringify(events)}`);
  return taken;
}

function startWatch(folder, campaign, options) {
  const bin = join(ROOT, 'bin/safeleaf.js');
  const args = [bin, 'watch', campaign, '--json', '--out', join(folder, 'out'), ...options];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid,
    /** The events up to the end of a round. */
    async done() {
      const events = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('watch has ended by itself');
        events.push(JSON.parse(value));
        if (events.at(-1).event === 'done') return events;
      }
    },
    async end() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
