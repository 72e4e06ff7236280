import { styleText } from 'node:util';
import type { Terminal } from './terminal.js';

/** Clears the line that a progress message stood on. */
const CLEAR_LINE = '\r\u001b[2K';

/** A line of progress is shown at most this often, milliseconds: fewer than an eye can follow. */
const EVERY = 80;

/** The width of a terminal that does not tell its own. */
const USUAL_WIDTH = 80;

/** The terminal that the process was started in; `NO_COLOR` is kept. */
export function realTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const isScreen = stderr.isTTY === true && env.TERM !== 'dumb';
  const hasColour = isScreen && !env.NO_COLOR;
  let pending = false;
  let shownAt = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (pending) stderr.write(CLEAR_LINE);
    pending = false;
    shownAt = Number.NEGATIVE_INFINITY;
  };
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosed);
  return {
    out: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    err: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      const now = performance.now();
      if (!isScreen || now - shownAt < EVERY) return;
      shownAt = now;
      // A line that wraps could not be cleared.
      stderr.write(`${CLEAR_LINE}${line.slice(0, (stderr.columns || USUAL_WIDTH) - 1)}`);
      pending = true;
    },
    isPerson: stdout.isTTY === true,
    paint: (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** `safeleaf … | head` closes the pipe when it has read enough; the work goes on without a listener. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
