import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { sha256Hex } from '../../../src/units/hash.js';

const BIN = fileURLToPath(new URL('../../../bin/safeleaf.js', import.meta.url));

/** How a run differs from a plain one. */
export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Modules of this folder that are loaded before safeleaf, such as `slow-disk`. */
  readonly preload?: readonly string[];
}

/** What a run said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function started({ cwd, env = {}, preload = [] }: RunOptions): SpawnOptions {
  const loaded = ['fixed-day', ...preload].map(
    (name) => `--import=${new URL(`${name}.mjs`, import.meta.url).href}`,
  );
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return { cwd, env: { ...inherited, NODE_OPTIONS: loaded.join(' '), ...env } };
}

/** Runs `safeleaf` to its end, on the day of the tests. */
export function safeleaf(args: readonly string[], options: RunOptions): Ended {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [BIN, ...args], {
    ...started(options),
    encoding: 'utf8',
    timeout: 55_000,
    maxBuffer: 64 * 1024 * 1024,
    stdio: 'pipe',
  });
  if (error) throw error;
  return { code: status, out: String(stdout), err: String(stderr) };
}

/** A run that goes on while the test does something. */
export interface Running {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** What it has said so far. */
  said(): Pick<Ended, 'out' | 'err'>;
  readonly end: Promise<Ended>;
}

export function startSafeleaf(args: readonly string[], options: RunOptions): Running {
  const child = spawn(process.execPath, [BIN, ...args], { ...started(options), stdio: 'pipe' });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  const end = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return {
    pid: child.pid ?? 0,
    kill: (signal) => child.kill(signal),
    said: () => ({ out, err }),
    end,
  };
}

/** Lines of `--json`, each parsed. */
export const eventsOf = (out: string): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** A folder that is gone when the file's tests are done. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Three phones: of two systems and two networks, one of them sold in two shops. */
const PHONES = `sku,maker,model,os,network,box,quantity,shop
NS-1,Apple,iPhone 17,ios,ee,165 x 85 x 30,100,Leeds
NS-2,Samsung,Galaxy A17,android,three,160 x 80 x 28,50,Leeds
NS-1,Apple,iPhone 17,ios,ee,165 x 85 x 30,20,York
`;

const CAMPAIGN = `title: "Small"
demonstration: true
market: "GB"
shelfLifeDays: 180
press: "coated-fogra39"
catalogue: ["phones.csv"]
leaflets:
  - template: "receipt-wallet-insert"
    brands: ["northstar", "kite"]
    locales: ["en-GB"]
trust: []
`;

/** A workspace with one small demonstration campaign, `small`: six leaflets in two forms. */
export function smallWorkspace(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  write(folder, {
    'campaigns/small/campaign.yaml': CAMPAIGN,
    'campaigns/small/phones.csv': PHONES,
    ...files,
  });
  return folder;
}

/** Writes files below a folder. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Path below the folder -> SHA-256, of every file in it. */
export function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(
    files.sort().map((file) => [file, sha256Hex(readFileSync(join(folder, file)))]),
  );
}

export const readText = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

export const readJson = (...path: readonly string[]) => JSON.parse(readText(...path));
