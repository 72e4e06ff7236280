// One measured `safeleaf build`: the real command in a process of its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/safeleaf.js', import.meta.url));
const METER = new URL('meter.js', import.meta.url).href;

/** Builds a campaign of a workspace below `folder/out` and gives what it took; throws where a leaflet is missing. */
export function measuredBuild(folder, campaign, leaflets) {
  const meter = join(folder, 'meter.json');
  const out = join(folder, 'out');
  const args = ['--import', METER, BIN, 'build', campaign, '--workspace', folder, '--out', out];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    // Nothing is kept from the run before: what is timed is made.
    env: { ...process.env, SAFELEAF_CACHE: 'off', SAFELEAF_METER: meter },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`safeleaf build ended with ${status}:\n${stderr}`);
  const files = madeFiles(join(out, 'print'));
  if (files.length !== leaflets)
    throw new Error(`${files.length} of ${leaflets} leaflets were made:\n${stderr}`);
  return { seconds, leaflets, ...JSON.parse(readFileSync(meter, 'utf8')), ...facts(files) };
}

const madeFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name));

/** Of the finished files: their size, how long the writing of all but the first took, and a hash of all bytes. */
function facts(files) {
  const stats = files.map((file) => statSync(file));
  const times = stats.map(({ mtimeMs }) => mtimeMs);
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return {
    bytes: stats.reduce((sum, { size }) => sum + size, 0) / files.length,
    writing: (Math.max(...times) - Math.min(...times)) / 1000,
    sha256: hash.digest('hex'),
  };
}
