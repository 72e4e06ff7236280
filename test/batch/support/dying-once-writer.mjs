// A thread that writes leaflets as ours does, and ends the first time that it meets one: by its own will, or by a mistake
// that nobody catches.
import { existsSync, writeFileSync } from 'node:fs';
import write from '../../../dist/batch/write-worker.js';

const { DIED_ONCE = '', DIES_BY } = process.env;

export default (chunk) => {
  if (existsSync(DIED_ONCE)) return write(chunk);
  writeFileSync(DIED_ONCE, '');
  if (DIES_BY === 'exit') process.exit(9);
  return new Promise(() => {
    queueMicrotask(() => {
      throw new Error('made up by a test');
    });
  });
};
