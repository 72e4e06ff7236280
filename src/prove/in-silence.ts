type Say = 'log' | 'warn' | 'error';
const WAYS: readonly Say[] = ['log', 'warn', 'error'];

let running = 0;
let before: Pick<Console, Say> | undefined;

/**
 * Runs a reader that prints on the terminal what it stumbles over, some of it on stdout, where only
 * made files may stand. Counted, so that several at once leave the terminal as it was.
 */
export async function inSilence<T>(run: () => Promise<T>): Promise<T> {
  if (running === 0) before = { log: console.log, warn: console.warn, error: console.error };
  running += 1;
  for (const way of WAYS) console[way] = () => {};
  try {
    return await run();
  } finally {
    running -= 1;
    if (running === 0 && before !== undefined) Object.assign(console, before);
  }
}
