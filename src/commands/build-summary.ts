import { subFolder } from '../batch/outlet.js';
import type { BatchResult } from '../batch/run-batch.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import type { Plan } from '../plan/plan.js';
import { grouped } from '../units/grouped.js';
import type { BuildJob } from './build-leaflets.js';
import { countFindings } from './report-findings.js';
import type { Terminal } from './terminal.js';

/** What was made of one edition. */
export interface MadeEdition extends BatchResult {
  readonly edition: 'print' | 'reader';
}

/** A run as its summary tells it. */
export interface BuildRun extends MadeEdition {
  readonly plan: Plan;
  /** Of all stages. */
  readonly findings: readonly Finding[];
  readonly shown: string;
  readonly job: BuildJob;
}

/** The last lines of a build that could not begin. `earlier`: leaflets of an earlier run in the folder. */
export function endOfRefusal(
  findings: readonly Finding[],
  earlier: number,
  shown: string,
  { draft, edition }: Pick<BuildJob, 'draft' | 'edition'>,
  terminal: Terminal,
): string[] {
  const lines = [
    '',
    terminal.paint('bold', `Nothing was made: ${countFindings(findings)}, above.`),
  ];
  if (earlier > 0)
    lines.push(`${shown}/${folderName(draft, edition)} still holds what an earlier run made.`);
  return lines;
}

/** The last lines of a build: of each edition what was made, where, what stopped the rest; then what to do next. */
export function endOfBuild(runs: readonly BuildRun[], terminal: Terminal): string[] {
  const made = runs.filter(({ files }) => files.length > 0);
  const [first] = runs;
  if (first && made.length === 0)
    return ['', terminal.paint('bold', nothingMade(first)), ...runs.flatMap(stillThere)];
  const short = made.find((it) => it.made.length < it.leaflets);
  const last = short ?? made[0];
  return [...made.flatMap((run) => account(run, terminal)), ...(last ? nextSteps(last) : [])];
}

const account = (run: BuildRun, terminal: Terminal): string[] => [
  '',
  terminal.paint('bold', headline(run)),
  ...pieces(run).map((line) => `  ${line}`),
  ...remarks(run).map((line) => `  ${line}`),
];

/** A part of a small campaign may have no leaflets: then all is well. */
const nothingMade = ({ findings, job: { shard }, plan }: BuildRun): string =>
  shard && !findings.some(isError)
    ? `Part ${shard.part} of ${shard.of} has no leaflets: the campaign has ${plan.leaflets.length}.`
    : `Nothing was made: ${countFindings(findings)}, above.`;

const folderName = (draft: boolean, edition: BuildJob['edition']): string =>
  subFolder({ draft, edition: edition === 'reader' ? 'reader' : 'print' }) || 'print';

const folderOf = ({ shown, job, edition }: BuildRun): string =>
  `${shown}/${folderName(job.draft, edition)}`;

function headline(run: BuildRun): string {
  const { plan, leaflets, job } = run;
  const count = run.made.length;
  const made = count === leaflets ? `${leaflets}` : `${count} of ${leaflets}`;
  const word = `${job.draft ? 'draft' : 'leaflet'}${leaflets === 1 ? '' : 's'}`;
  return `${plan.sources.campaign.title}: ${made} ${word} in ${folderOf(run)}`;
}

/** An old leaflet under the name of one that was refused is easily taken for it. */
const stillThere = (run: BuildRun): string[] =>
  run.earlier === 0
    ? []
    : [
        `${folderOf(run)} still holds ${run.earlier} of them from an earlier run: do not send these.`,
      ];

/** A line for each piece: how many, in which brands and locales. */
function pieces({ plan, made: codes }: BuildRun): string[] {
  const made = new Set(codes);
  const byPiece = grouped(
    plan.leaflets.filter(({ jobCode }) => made.has(jobCode)),
    ({ form }) => form.template.title,
  );
  return [...byPiece].map(([title, of]) => {
    const brands = new Set(of.map(({ form }) => form.brand.name));
    const locales = new Set(of.map(({ form }) => form.locales));
    return `${of.length} x ${title}: ${[...brands].join(', ')}; ${[...locales].join(', ')}`;
  });
}

function remarks({ plan, proven, standing, job }: BuildRun): string[] {
  const lines = [];
  if (standing > 0)
    lines.push(
      `${standing} file${standing === 1 ? '' : 's'} stood already, byte for byte; --explain says why the others were written`,
    );
  if (proven.files > 0)
    lines.push(
      `proven: ${proven.panels} panels read back from ${proven.files} finished file${proven.files === 1 ? '' : 's'} (words, numbers, QR codes, ink)`,
    );
  if (job.draft) lines.push('every page is marked as a draft and must not be printed');
  else if (plan.sources.campaign.demonstration)
    lines.push('every page says that it is a demonstration; nothing here may be handed out');
  return lines;
}

function nextSteps(run: BuildRun): string[] {
  const { findings, made, leaflets, pictures, shown, job, plan, edition } = run;
  const hasErrors = findings.some(isError);
  if (job.draft) {
    const sheet = pictures.find((it) => it.includes('/contact-sheet'));
    return [
      '',
      ...(hasErrors ? [`Print is stopped: ${countFindings(findings)}, above.`] : []),
      ...(sheet ? [`Next: look at ${shown}/${sheet}`] : []),
    ];
  }
  if (made.length < leaflets) {
    const missing = leaflets - made.length;
    const were = missing === 1 ? 'leaflet was' : 'leaflets were';
    return [
      '',
      `${missing} ${were} not made: ${countFindings(findings)}, above.`,
      ...stillThere(run),
    ];
  }
  if (hasErrors) return ['', `Not all is well: ${countFindings(findings)}, above.`];
  const demonstration = ['  your own campaign: npx safeleaf new workspace my-leaflets'];
  return [
    '',
    'Next:',
    `  look at a file in ${folderOf(run)}`,
    `  read them back:    npx safeleaf verify ${shown}`,
    ...(plan.sources.campaign.demonstration
      ? demonstration
      : edition === 'print'
        ? [`  then send ${folderOf(run)} to the printer`]
        : []),
  ];
}
