import { Command } from 'commander';
import { cacheLimit, cachePlace, realSurroundings } from '../cache/cache-place.js';
import { cannotKeep, notOurs } from '../cache/findings.js';
import { stateOf } from '../cache/own-folder.js';
import { cacheFiles, emptyCache } from '../cache/thin-out.js';
import type { Finding } from '../diagnostics/finding.js';
import { exitCodeOf } from './exit-code.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';

interface CacheOptions {
  readonly json: boolean;
}

/** `cache`: what is kept between runs; `cache clean` throws it out, which costs the next run its time and nothing else. */
export function cacheCommand(setting: Setting): Command {
  const asJson = ['--json', 'one object on stdout instead of text', false] as const;
  return new Command('cache')
    .summary('say where the cache is and how large; clean it')
    .description(
      'What a run has made is kept for the next, in a folder of the user’s own. SAFELEAF_CACHE names another folder, or off; SAFELEAF_CACHE_MB how large it may be.',
    )
    .option(...asJson)
    .addHelpText('after', '\nExamples:\n  safeleaf cache\n  safeleaf cache clean')
    .action((options: CacheOptions) => tell(options, setting))
    .addCommand(
      new Command('clean')
        .summary('throw out all that is kept')
        .option(...asJson)
        .action((_: CacheOptions, command: Command) => clean(command.optsWithGlobals(), setting)),
    );
}

function tell({ json }: CacheOptions, { terminal, cwd }: Setting): void {
  const surroundings = realSurroundings();
  const folder = cachePlace(surroundings, cwd);
  const limit = cacheLimit(surroundings);
  const files = folder === undefined ? [] : cacheFiles(folder);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (json) say(terminal, { event: 'cache', folder, entries: files.length, bytes, limit });
  else if (folder === undefined) terminal.out(NONE);
  else {
    terminal.out(folder);
    terminal.err(`${files.length} entries, ${megabytes(bytes)} of at most ${megabytes(limit)}`);
  }
}

const NONE = 'there is no cache: SAFELEAF_CACHE says off, or the system names no place for one';

function clean({ json }: CacheOptions, { terminal, cwd, exit }: Setting): void {
  const surroundings = realSurroundings();
  const folder = cachePlace(surroundings, cwd);
  const { findings, entries, bytes } = emptied(folder);
  reportFindings(findings, terminal, json);
  exit(exitCodeOf(findings));
  const limit = cacheLimit(surroundings);
  if (json)
    say(terminal, { event: 'cache', folder, entries: 0, bytes: 0, limit, thrownOut: bytes });
  else if (folder === undefined) terminal.out(NONE);
  else terminal.err(`${folder}: threw out ${entries} entries, ${megabytes(bytes)}`);
}

interface Cleaned {
  readonly findings: readonly Finding[];
  readonly entries: number;
  readonly bytes: number;
}

function emptied(folder: string | undefined): Cleaned {
  const nothing = { findings: [], entries: 0, bytes: 0 };
  if (folder === undefined) return nothing;
  try {
    const state = stateOf(folder);
    if (state === 'not-own') return { ...nothing, findings: [notOurs(folder)] };
    if (state !== 'own') return nothing;
    const { files, bytes } = emptyCache(folder);
    return { findings: [], entries: files, bytes };
  } catch (error) {
    return { ...nothing, findings: [cannotKeep(folder, error)] };
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
