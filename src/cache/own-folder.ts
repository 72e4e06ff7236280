import { mkdirSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Only the user: who can write into the cache can put words on leaflets. */
const ONLY_MINE = 0o700;

/** Others may write to it. */
const OPEN_TO_OTHERS = 0o022;

/** Tells programs that back up or clean a disk what the folder is (bford.info/cachedir). */
const TAG = `Signature: 8a477f597d28d172789f06886806bc55
# What safeleaf keeps between runs. It may be deleted: "safeleaf cache clean" does.
`;

/** Whether nobody but this user can have written a file or folder. Windows keeps a user's folders apart by itself. */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  const me = process.geteuid?.();
  return me === undefined || (uid === me && (mode & OPEN_TO_OTHERS) === 0);
}

/** What stands at the cache's place. */
export type FolderState = 'own' | 'missing' | 'not-own' | 'no-folder';

/** Throws what the system says, unless that is that nothing is there. */
export function stateOf(folder: string): FolderState {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return 'missing';
  if (!stat.isDirectory()) return 'no-folder';
  return isOwn(stat) ? 'own' : 'not-own';
}

/** Makes the cache's folder, and those above it. Throws what the system says. */
export function makeOwnFolder(folder: string): void {
  makeBelow(folder);
  writeFileSync(join(folder, 'CACHEDIR.TAG'), TAG, { mode: 0o600 });
}

/** One by one: Node's own way of making several at once never ends below /proc. */
function makeBelow(folder: string): void {
  const above = dirname(folder);
  if (above !== folder && statSync(above, { throwIfNoEntry: false }) === undefined)
    makeBelow(above);
  makeFolderOnce(folder);
}

/** Makes a folder, unless another run has done so just now. Throws what the system says. */
export function makeFolderOnce(folder: string): void {
  try {
    mkdirSync(folder, { mode: ONLY_MINE });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
