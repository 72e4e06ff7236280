import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The folder of the bundled code, which says what it is made of; no folder of ours where it was not bundled. */
export const CODE = folderAbove(HERE, 'made-of.json');

/** The folder that package.json lies in. */
export const PACKAGE_ROOT = folderAbove(HERE, 'package.json');

function folderAbove(folder: string, holding: string): string {
  if (existsSync(join(folder, holding)) || dirname(folder) === folder) return folder;
  return folderAbove(dirname(folder), holding);
}
