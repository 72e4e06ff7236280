import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Paths of plain files below a folder that match a glob; links are not followed, names that begin with a dot are met
 * only by a dot. A pattern that cannot be read matches nothing. Patterns of plain names, `*` and `{a,b}` are found here,
 * since to load a whole library of globs takes as long as all the rest of a run that finds everything made.
 */
export function findFiles(root: string, pattern: string): readonly string[] {
  const steps = plainSteps(pattern);
  return steps ? walk(root, '', steps) : byLibrary(root, pattern);
}

/** One step of a path: a name as it stands, or what names of it look like. */
type Step = string | RegExp;

/** Letters that mean something in a glob, or might; spelt out, since classes of Unicode take longer to load than all files to find. */
const PLAIN = '[^*?{}()\\[\\]!+@|\\\\,^~#$&\'"\\0]';
const NAME = new RegExp(`^(?!\\.)${PLAIN}+$`, 's');
const MANY = new RegExp(
  `^(?!.*\\.\\.)(?![.{])(?:${PLAIN}|\\*(?!\\*)|\\{${PLAIN}+(?:,${PLAIN}+)+\\})+$`,
  's',
);

/** The steps of a pattern; undefined where it says more than names, `*` and `{a,b}`. */
function plainSteps(pattern: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const part of pattern.split('/')) {
    if (NAME.test(part)) steps.push(part);
    else if (MANY.test(part)) steps.push(lookOf(part));
    else return undefined;
  }
  return steps;
}

function lookOf(part: string): RegExp {
  const look = part
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  return new RegExp(`^(?!\\.)(?=.)${look}$`, 's');
}

/** `isMet`: a step above has stood for many names; from there on only what lies in the folder itself counts, no link. */
function walk(root: string, folder: string, steps: readonly Step[], isMet = false): string[] {
  const [step, ...more] = steps;
  if (step === undefined) return [];
  if (!isMet && typeof step === 'string')
    return more.length > 0
      ? walk(root, below(folder, step), more)
      : isPlainFile(join(root, folder, step))
        ? [below(folder, step)]
        : [];
  const isWanted = ({ name }: Dirent) =>
    typeof step === 'string' ? name === step : step.test(name);
  const met = entriesOf(join(root, folder)).filter(isWanted);
  return more.length > 0
    ? met
        .filter((it) => it.isDirectory())
        .flatMap(({ name }) => walk(root, below(folder, name), more, true))
    : met.filter((it) => it.isFile()).map(({ name }) => below(folder, name));
}

const below = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`;

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const isPlainFile = (path: string): boolean => {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
};

function byLibrary(cwd: string, pattern: string): readonly string[] {
  const fastGlob = createRequire(import.meta.url)('fast-glob') as typeof import('fast-glob');
  try {
    return fastGlob.sync(pattern, { cwd, followSymbolicLinks: false, extglob: false });
  } catch {
    return [];
  }
}
