import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** What the place and size of the cache are read from. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

export const realSurroundings = (): Surroundings => ({
  env: process.env,
  platform: process.platform,
  home: homedir(),
});

/** What `SAFELEAF_CACHE` says where there is to be no cache at all. */
const OFF = 'off';

/** Most megabytes of the cache unless `SAFELEAF_CACHE_MB` says otherwise. Our choice: many campaigns, and little of a disk. */
const USUAL_LIMIT = 2000;

/** The cache's folder, absolute; undefined where nobody wants one, or the system names no place for it. */
export function cachePlace(from: Surroundings, cwd: string): string | undefined {
  const said = from.env.SAFELEAF_CACHE ?? '';
  const path = from.platform === 'win32' ? win32 : posix;
  if (said === OFF) return undefined;
  return said === '' ? systemPlace(from, path) : path.resolve(cwd, said);
}

/**
 * Where programs keep what they can make again: Microsoft, "Known Folders"; Apple, "File System Programming
 * Guide"; XDG Base Directory Specification, by which a relative path counts as not said.
 */
function systemPlace({ env, platform, home }: Surroundings, path: typeof posix) {
  const within = (base: string | undefined, ...below: readonly string[]): string | undefined =>
    base !== undefined && path.isAbsolute(base) ? path.join(base, ...below) : undefined;
  if (platform === 'win32') return within(env.LOCALAPPDATA, 'safeleaf', 'cache');
  if (platform === 'darwin') return within(home, 'Library', 'Caches', 'safeleaf');
  return within(env.XDG_CACHE_HOME, 'safeleaf') ?? within(home, '.cache', 'safeleaf');
}

/** Most bytes that the cache may hold. */
export function cacheLimit({ env }: Pick<Surroundings, 'env'>): number {
  const said = env.SAFELEAF_CACHE_MB ?? '';
  return (/^\d{1,7}$/.test(said) ? Number(said) : USUAL_LIMIT) * 1_000_000;
}
