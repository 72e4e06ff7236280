import { subFolder } from '../batch/outlet.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import type { BuildJob } from './build-leaflets.js';
import type { EditionAccount } from './edition-account.js';
import { countFindings } from './report-findings.js';
import type { Terminal } from './terminal.js';

/** A run of one edition as its summary tells it. */
export interface BuildRun extends EditionAccount {
  /** Of all stages. */
  readonly findings: readonly Finding[];
  readonly shown: string;
  readonly job: Pick<BuildJob, 'draft' | 'shard' | 'edition'>;
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
  const short = made.find((it) => it.made < it.leaflets);
  const last = short ?? made[0];
  return [...made.flatMap((run) => account(run, terminal)), ...(last ? nextSteps(last) : [])];
}

const account = (run: BuildRun, terminal: Terminal): string[] => [
  '',
  terminal.paint('bold', headline(run)),
  ...run.pieces.map((line) => `  ${line}`),
  ...remarks(run).map((line) => `  ${line}`),
];

/** A part of a small campaign may have no leaflets: then all is well. */
const nothingMade = ({ findings, job: { shard }, planned }: BuildRun): string =>
  shard && !findings.some(isError)
    ? `Part ${shard.part} of ${shard.of} has no leaflets: the campaign has ${planned}.`
    : `Nothing was made: ${countFindings(findings)}, above.`;

const folderName = (draft: boolean, edition: BuildJob['edition']): string =>
  subFolder({ draft, edition: edition === 'reader' ? 'reader' : 'print' }) || 'print';

const folderOf = ({ shown, job, edition }: BuildRun): string =>
  `${shown}/${folderName(job.draft, edition)}`;

function headline(run: BuildRun): string {
  const { title, leaflets, job } = run;
  const made = run.made === leaflets ? `${leaflets}` : `${run.made} of ${leaflets}`;
  const word = `${job.draft ? 'draft' : 'leaflet'}${leaflets === 1 ? '' : 's'}`;
  return `${title}: ${made} ${word} in ${folderOf(run)}`;
}

/** An old leaflet under the name of one that was refused is easily taken for it. */
const stillThere = (run: BuildRun): string[] =>
  run.earlier === 0
    ? []
    : [
        `${folderOf(run)} still holds ${run.earlier} of them from an earlier run: do not send these.`,
      ];

function remarks(run: BuildRun): string[] {
  const { proven, standing, putBack, job, demonstration } = run;
  const lines = [];
  if (putBack !== undefined) lines.push(...unchanged(standing, putBack));
  else if (standing > 0)
    lines.push(
      `${filesOf(standing)} stood already, byte for byte; --explain says why the others were written`,
    );
  if (proven.files > 0)
    lines.push(
      `proven${putBack === undefined ? '' : ' when they were made'}: ${proven.panels} panels read back from ${proven.files} finished ${proven.files === 1 ? 'file' : 'files'}${byEarlier(proven)} (words, numbers, QR codes, ink)`,
    );
  if (job.draft) lines.push('every page is marked as a draft and must not be printed');
  else if (demonstration)
    lines.push('every page says that it is a demonstration; nothing here may be handed out');
  return lines;
}

/** Bytes that an earlier run read back are not read again. */
const byEarlier = ({ files, earlier = 0 }: BuildRun['proven']): string => {
  if (earlier === 0) return '';
  return `, ${earlier === files ? 'all' : earlier} by an earlier run`;
};

/** Of a run that had nothing to make: all that it reads is as it was, to the byte. */
const unchanged = (standing: number, putBack: number): string[] => [
  'nothing that goes into them has changed since they were made and proven',
  ...(standing > 0 ? [`${filesOf(standing)} stood as made, byte for byte`] : []),
  ...(putBack > 0 ? [`${filesOf(putBack)} put back from the cache, byte for byte`] : []),
];

const filesOf = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;

function nextSteps(run: BuildRun): string[] {
  const { findings, made, leaflets, pictures, shown, job, demonstration, edition } = run;
  const hasErrors = findings.some(isError);
  if (job.draft) {
    const sheet = pictures.find((it) => it.includes('/contact-sheet'));
    return [
      '',
      ...(hasErrors ? [`Print is stopped: ${countFindings(findings)}, above.`] : []),
      ...(sheet ? [`Next: look at ${shown}/${sheet}`] : []),
    ];
  }
  if (made < leaflets) {
    const missing = leaflets - made;
    const were = missing === 1 ? 'leaflet was' : 'leaflets were';
    return [
      '',
      `${missing} ${were} not made: ${countFindings(findings)}, above.`,
      ...stillThere(run),
    ];
  }
  if (hasErrors) return ['', `Not all is well: ${countFindings(findings)}, above.`];
  const yours = ['  your own campaign: npx safeleaf new workspace my-leaflets'];
  return [
    '',
    'Next:',
    `  look at a file in ${folderOf(run)}`,
    `  read them back:    npx safeleaf verify ${shown}`,
    ...(demonstration
      ? yours
      : edition === 'print'
        ? [`  then send ${folderOf(run)} to the printer`]
        : []),
  ];
}
