import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** When, on what and of which commit a bench was run, as a Markdown list. */
export function machine() {
  const [cpu] = os.cpus();
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'src') === '' ? '' : ' with changes';
  const gigabytes = Math.round(os.totalmem() / 1024 ** 3);
  const load = os.loadavg()[0]?.toFixed(1);
  return [
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    `- commit: ${git('rev-parse', '--short', 'HEAD')}${changed}`,
    `- machine: ${os.cpus().length} x ${cpu?.model.trim()}, ${gigabytes} GB, ${os.type()} ${os.arch()}; load ${load} at the end`,
    `- Node ${process.version}`,
  ].join('\n');
}
