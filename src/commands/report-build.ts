import { type Finding, isError } from '../diagnostics/finding.js';
import type { BuildJob } from './build-leaflets.js';
import { endOfBuild } from './build-summary.js';
import type { EditionAccount } from './edition-account.js';
import { countOf } from './report-findings.js';
import { say } from './say.js';
import type { Terminal } from './terminal.js';

/** File below the campaign's folder -> why it was written, or that it was not; filled only where it is asked for. */
export type Reasons = Map<string, string>;

/** Of a file that was left alone. */
export const STOOD = 'stood as it is';

/** What a build made, for its last lines. */
export interface BuildReport {
  readonly editions: readonly EditionAccount[];
  /** Of all stages. */
  readonly findings: readonly Finding[];
  readonly reasons: Reasons;
  /** The campaign's folder as the user typed it. */
  readonly shown: string;
}

/** Says what a build made: its files and their number, and what to do next. */
export function reportBuild(report: BuildReport, job: BuildJob, terminal: Terminal): void {
  if (job.json) tellEvents(report, job, terminal);
  else tellPerson(report, job, terminal);
}

const filesOf = ({ editions, reasons, shown }: BuildReport) =>
  editions
    .flatMap(({ files, pictures }) => [...files, ...pictures])
    .map((file) => ({ file: `${shown}/${file}`, why: reasons.get(file) }));

function tellEvents(report: BuildReport, job: BuildJob, terminal: Terminal): void {
  const { editions, findings, shown } = report;
  const sum = (count: (it: EditionAccount) => number) =>
    editions.reduce((total, it) => total + count(it), 0);
  for (const { file, why } of filesOf(report))
    say(terminal, { event: 'made', file, ...(why && { why }) });
  say(terminal, {
    event: 'done',
    campaign: job.id,
    ok: !findings.some(isError),
    folder: shown,
    draft: job.draft,
    leaflets: sum((it) => it.leaflets),
    made: sum((it) => it.made),
    proven: {
      panels: sum(({ proven }) => proven.panels),
      files: sum(({ proven }) => proven.files),
    },
    ...(editions.some(({ putBack }) => putBack !== undefined) && { unchanged: true }),
    ...countOf(findings),
  });
}

function tellPerson(report: BuildReport, job: BuildJob, terminal: Terminal): void {
  const { editions, findings, reasons, shown } = report;
  if (!terminal.isPerson) for (const { file } of filesOf(report)) terminal.out(file);
  for (const [file, why] of reasons) if (why !== STOOD) terminal.err(`${shown}/${file}: ${why}`);
  const runs = editions.map((it) => ({ ...it, findings, shown, job }));
  for (const line of endOfBuild(runs, terminal)) terminal.err(line);
}
