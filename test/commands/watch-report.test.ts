import { expect, test } from 'vitest';
import type { MadeEdition } from '../../src/commands/edition-account.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { WatchReport } from '../../src/commands/watch-report.js';
import type { WatchRound } from '../../src/commands/watch-round.js';
import { type Finding, finding } from '../../src/diagnostics/finding.js';

const PLACE = { file: 'locales/en-GB/deck.yaml', line: 4 };
const missing = finding('copy/missing', PLACE, 'no unit "a"', 'write it');
const noFile = finding('catalogue/none', { file: 'campaign.yaml' }, 'no file', 'name one');

/** What a round says that found this; `isJudged`: that came to the end of all stages. */
function round(findings: readonly Finding[], isJudged = true): WatchRound {
  const edition = { leaflets: 1, made: ['SL-1'], proven: { panels: 1, files: 1 } };
  const editions = isJudged ? [edition as unknown as MadeEdition] : [];
  return { written: [], editions, findings, milliseconds: 9, isUnknown: false, isCut: false };
}

function told(json: boolean) {
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
  };
  const terminal: Terminal = {
    out: keep,
    err: keep,
    progress: () => undefined,
    isPerson: true,
    paint: (_, text) => text,
  };
  const job = { id: 'first', workspace: '.', draft: true, only: [], json };
  return { lines, report: new WatchReport(job, terminal) };
}

const events = (lines: string[]) =>
  lines.splice(0).map((line) => {
    const { event, code } = JSON.parse(line);
    return code ? `${event} ${code}` : event;
  });

test('a finding is told when it comes and when it is gone, and not while it stays, on whatever line', () => {
  const { lines, report } = told(true);
  report.first(round([missing]));
  expect(events(lines)).toEqual(['finding copy/missing', 'done']);
  report.round(round([{ ...missing, at: { ...PLACE, line: 9 } }, noFile]));
  expect(events(lines)).toEqual(['finding catalogue/none', 'done']);
  report.round(round([]));
  expect(events(lines)).toEqual(['gone catalogue/none', 'gone copy/missing', 'done']);
});

test('what a round that was stopped early did not come to is not called mended', () => {
  const { lines, report } = told(true);
  report.first(round([missing]));
  lines.splice(0);
  report.round(round([noFile], false));
  expect(events(lines)).toEqual(['finding catalogue/none', 'done']);
  report.round(round([missing]));
  expect(events(lines)).toEqual(['gone catalogue/none', 'done']);
  report.round(round([]));
  expect(events(lines)).toEqual(['gone copy/missing', 'done']);
});

test('a person reads what changed, what is mended, and how long it took', () => {
  const { lines, report } = told(false);
  report.first(round([missing], false));
  expect(lines.splice(0).slice(-2)).toEqual([
    '  nothing was made in 9 ms; what was made before stays as it is; 1 error in all',
    'Waiting for a save; Ctrl-C ends it.',
  ]);
  report.changed(['a.css', 'b.yaml', 'c.csv']);
  const written = [{ file: 'out/first/draft/a.pdf', why: 'changed: a.css' }];
  report.round({ ...round([]), written });
  expect(lines).toEqual([
    '',
    'a.css and 2 more',
    '  mended: locales/en-GB/deck.yaml: copy/missing: no unit "a"',
    '  out/first/draft/a.pdf: changed: a.css',
    '  1 file made in 9 ms',
  ]);
});
