import { type Ended, eventsOf, type RunOptions, startSafeleaf } from './run-safeleaf.js';

/** One round of `watch --json`, as it told it. */
interface Round {
  readonly changed: readonly string[];
  readonly made: readonly string[];
  /** Codes of findings that are new, and of those that are gone. */
  readonly findings: readonly string[];
  readonly gone: readonly string[];
  readonly done: Record<string, unknown>;
}

/** A `watch` that goes on. */
export interface Watching {
  /** The next round that has ended. */
  round(): Promise<Round>;
  /** Waits for words on stderr, after those waited for before. */
  says(words: string): Promise<void>;
  interrupt(): void;
  kill(): void;
  readonly end: Promise<Ended>;
}

/** How long a round may take on a busy machine, milliseconds. */
const PATIENCE = 50_000;

export function watching(args: readonly string[], options: RunOptions): Watching {
  const run = startSafeleaf(args, options);
  let [told, heard] = [0, 0];
  return {
    async round() {
      const events = await until(
        () => {
          const all = eventsOf(wholeLines(run.said().out));
          const end = all.findIndex(({ event }, at) => at >= told && event === 'done');
          return end < 0 ? undefined : all.slice(told, end + 1);
        },
        () => JSON.stringify(run.said()),
      );
      told += events.length;
      const of = (event: string) => events.filter((it) => it.event === event);
      return {
        changed: of('changed').flatMap(({ files }) => files as string[]),
        made: of('made').map(({ file }) => String(file)),
        findings: of('finding').map(({ code }) => String(code)),
        gone: of('gone').map(({ code }) => String(code)),
        done: of('done')[0] ?? {},
      };
    },
    async says(words) {
      heard = await until(
        () => {
          const at = run.said().err.indexOf(words, heard);
          return at < 0 ? undefined : at + words.length;
        },
        () => `"${words}" in ${run.said().err}`,
      );
    },
    interrupt: () => run.kill('SIGINT'),
    kill: () => run.kill('SIGKILL'),
    end: run.end,
  };
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

async function until<T>(look: () => T | undefined, what: () => string): Promise<T> {
  const last = performance.now() + PATIENCE;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > last) throw new Error(`waited in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
