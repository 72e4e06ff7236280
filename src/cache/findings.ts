import { type Finding, finding } from '../diagnostics/finding.js';

const WITHOUT = 'or name another folder with SAFELEAF_CACHE, or write --no-cache';

/** The folder belongs to another user, or others may write to it. */
export const notOurs = (folder: string): Finding =>
  finding(
    'cache/not-ours',
    { file: folder },
    'the folder of the cache belongs to somebody else, or others may write to it; the run went on without it',
    `make it yours alone (chown, chmod 700), ${WITHOUT}`,
  );

export const noFolder = (folder: string): Finding =>
  finding(
    'cache/not-kept',
    { file: folder },
    'a file stands where the folder of the cache should be; the run went on without it',
    `move it away, ${WITHOUT}`,
  );

/** Nothing more could be written to the cache. */
export function cannotKeep(folder: string, error: unknown): Finding {
  const { code = 'an unnamed error' } = error as NodeJS.ErrnoException;
  const why = WHY[code] ?? `the system says ${code}`;
  return finding(
    'cache/not-kept',
    { file: folder },
    `nothing more could be kept in the cache (${why}); the leaflets are not touched by it`,
    `make room, or have the permission changed, ${WITHOUT}`,
  );
}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk cannot be written to',
  ENOENT: 'there is no such folder, and none can be made',
  ENOTDIR: 'it lies below a file',
};
