import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Paths of a workspace from its root, with what stands there. */
export type Files = Record<string, string | Uint8Array>;

const PROJECT = new URL('../..', import.meta.url).pathname;

/** Shipped files that the base campaign stands on; all else of it is its own. */
const SHIPPED = [
  'templates/formats/a4-roll-fold-dl.yaml',
  'templates/formats/dl-card.yaml',
  'locales/en-GB/locale.yaml',
  'press/coated-fogra39.yaml',
  'press/icc/FOGRA39L_coated_TAC300_compact.icc',
];

/** Files of a folder that are no part of the workspace that it lays over the base. */
const NOT_INPUT =
  /^(?:report\.txt|change\.yaml|change-after-approval\.yaml|approval\.yaml|make\.ts)$/;

let base: Files | undefined;

/**
 * A small campaign that has nothing wrong with it: one phone, one brand, one locale, both pieces,
 * numbers of dramas. It is no demonstration; its approvals are signed by the test that uses it.
 */
export function faultBase(): Files {
  base ??= {
    ...Object.fromEntries(
      SHIPPED.map((path) => [path, new Uint8Array(readFileSync(join(PROJECT, path)))]),
    ),
    ...filesOf(join(import.meta.dirname, 'fault-base')),
  };
  return { ...base };
}

/** What a fault folder lays over the base. */
export const overlayOf = (folder: string): Files =>
  Object.fromEntries(Object.entries(filesOf(folder)).filter(([path]) => !NOT_INPUT.test(path)));

function filesOf(folder: string): Files {
  const files: Files = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files[relative(folder, file).split(sep).join('/')] = new Uint8Array(readFileSync(file));
  }
  return files;
}

/** The text of a file of the workspace. */
export function textOf(files: Files, path: string): string {
  const content = files[path];
  if (content === undefined) throw new Error(`the workspace has no file ${path}`);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
