// One measured run of an engine, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const METER = new URL('../meter.js', import.meta.url).href;

/** A folder that is there while `work` runs. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(os.tmpdir(), 'safeleaf-rivals-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs `node <args>` and gives seconds, processor seconds, peak memory and the PDFs that it made in `made`.
 * Throws where it ends with an error or a file is missing.
 */
export function measured(args, { made, files, env = {} }) {
  mkdirSync(made, { recursive: true });
  const meter = join(made, '..', 'meter.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', METER, ...args], {
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    // What is timed is made, unless a run names a cache of its own.
    env: { ...process.env, SAFELEAF_CACHE: 'off', ...env, SAFELEAF_METER: meter },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
  const sizes = readdirSync(made)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => statSync(join(made, name)).size);
  if (sizes.length !== files)
    throw new Error(`${args.join(' ')} made ${sizes.length} of ${files} files:\n${stderr}`);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { seconds, bytes, ...JSON.parse(readFileSync(meter, 'utf8')) };
}
