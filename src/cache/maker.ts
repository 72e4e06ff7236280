import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What scripts/bundle.js writes beside the code that it has bundled. */
interface MadeOf {
  /** SHA-256 of all bundled code. */
  readonly code: string;
  /** Packages that lie beside it, which may be brought up to date without it. */
  readonly outside: readonly string[];
}

/**
 * Who makes what is kept: a hash of the code that runs, of the packages beside it, and of the machine that it
 * runs on. Two builds of one version, and two versions of Node or of zlib, share nothing. Undefined where the
 * code was not bundled, since then nobody knows what it is. `code`: the folder of the bundled code.
 */
export function makerOf(code: string): string | undefined {
  try {
    const madeOf = JSON.parse(readFileSync(join(code, 'made-of.json'), 'utf8')) as MadeOf;
    const { versions, platform, arch, execArgv, env } = process;
    const packages = madeOf.outside.map((name) => packageFile(code, name));
    // Where words part and how numbers are spelt comes from ICU, whose data can be another's.
    const told = [...execArgv, env.NODE_OPTIONS ?? ''].filter((it) => it.includes('icu'));
    const icu = [env.NODE_ICU_DATA ?? '', ...told];
    const all = [madeOf.code, ...packages, versions, platform, arch, ...icu];
    return createHash('sha256').update(JSON.stringify(all)).digest('hex');
  } catch {
    return undefined;
  }
}

/** The package.json of an installed package, found as Node finds it; empty for one that is left out. */
function packageFile(from: string, name: string): string {
  const path = join(from, 'node_modules', name, 'package.json');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const above = dirname(from);
  return above === from ? '' : packageFile(above, name);
}
