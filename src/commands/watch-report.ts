import { type Finding, isError } from '../diagnostics/finding.js';
import { sortFindings } from '../diagnostics/sort-findings.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { countFindings, countOf, reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Terminal } from './terminal.js';
import { userPath } from './user-path.js';
import type { WatchJob } from './watch-campaign.js';
import type { WatchRound } from './watch-round.js';

/** How many lines of one kind a round shows before it counts the rest. */
const MOST_LINES = 5;

/** Tells of the rounds of `watch`: what changed, what was made, what is found and what is mended since the round before. */
export class WatchReport {
  readonly #job: WatchJob;
  readonly #terminal: Terminal;
  readonly #shown: string;
  #found: readonly Finding[] = [];

  constructor(job: WatchJob, terminal: Terminal) {
    this.#job = job;
    this.#terminal = terminal;
    this.#shown = userPath(job.out ?? `out/${job.id}`);
  }

  /** The first round makes all that was asked for. */
  first(round: WatchRound): void {
    const terminal = this.#terminal;
    reportFindings(round.findings, terminal, this.#job.json);
    this.#found = round.findings;
    this.#end(round);
    if (this.#job.json || round.isUnknown) return;
    terminal.err(terminal.paint('dim', 'Waiting for a save; Ctrl-C ends it.'));
  }

  /** Files that changed, before what they touch is made. */
  changed(files: readonly string[]): void {
    if (this.#job.json) {
      say(this.#terminal, { event: 'changed', files: [...files] });
      return;
    }
    const [first = '', ...more] = files;
    const others = more.length > 0 ? ` and ${more.length} more` : '';
    this.#terminal.err('');
    this.#terminal.err(this.#terminal.paint('cyan', `${first}${others}`));
  }

  /** A round after a save. */
  round(round: WatchRound): void {
    const terminal = this.#terminal;
    reportFindings(notIn(round.findings, this.#found), terminal, this.#job.json);
    // What a round that was stopped early did not come to is not mended.
    const isJudged = round.editions.length > 0;
    const gone = isJudged ? sortFindings(notIn(this.#found, round.findings)) : [];
    const unjudged = isJudged ? [] : notIn(this.#found, round.findings);
    this.#found = [...round.findings, ...unjudged];
    if (this.#job.json)
      for (const { code, at, problem } of gone) say(terminal, { event: 'gone', code, at, problem });
    else
      for (const line of shortened(gone.map(goneLine)))
        terminal.err(terminal.paint('green', `  ${line}`));
    this.#end(round);
  }

  #end(round: WatchRound): void {
    const { written, findings, milliseconds } = round;
    if (this.#job.json) {
      for (const { file, why } of written) say(this.#terminal, { event: 'made', file, why });
      say(this.#terminal, { event: 'done', ...this.#done(round), milliseconds });
      return;
    }
    for (const line of shortened(written.map(({ file, why }) => `${file}: ${why}`)))
      this.#terminal.err(`  ${line}`);
    const mark = findings.some(isError) ? 'yellow' : 'bold';
    this.#terminal.err(this.#terminal.paint(mark, `  ${this.#account(round)}`));
  }

  /** `2 files made in 210 ms; 1 error in all`. */
  #account({ written, editions, findings, milliseconds, isCut }: WatchRound): string {
    const { length } = written;
    const nothing = editions.length > 0 ? 'nothing to make anew' : 'nothing was made';
    const made = length > 0 ? `${length} file${length === 1 ? '' : 's'} made` : nothing;
    return [
      `${isCut ? 'stopped: ' : ''}${made} in ${milliseconds} ms`,
      ...(editions.length > 0 ? [] : ['what was made before stays as it is']),
      ...(findings.length > 0 ? [`${countFindings(findings)} in all`] : []),
    ].join('; ');
  }

  #done({ editions, findings }: WatchRound) {
    const sum = (count: (it: WatchRound['editions'][number]) => number) =>
      editions.reduce((total, it) => total + count(it), 0);
    return {
      campaign: this.#job.id,
      ok: exitCodeOf(findings) === EXIT.done,
      folder: this.#shown,
      draft: this.#job.draft,
      leaflets: sum((it) => it.leaflets),
      made: sum((it) => it.made.length),
      proven: {
        panels: sum(({ proven }) => proven.panels),
        files: sum(({ proven }) => proven.files),
      },
      ...countOf(findings),
    };
  }
}

/** Findings that the others do not hold; the same fault on another line of its file is the same fault. */
function notIn(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(faultOf));
  return findings.filter((it) => !known.has(faultOf(it)));
}

const faultOf = ({ at, ...rest }: Finding): string =>
  JSON.stringify([at.file, at.part, Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))]);

const goneLine = ({ code, at, problem }: Finding): string =>
  `mended: ${at.file}: ${code}: ${problem}`;

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more > 1 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines;
}
