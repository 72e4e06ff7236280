import { readSync } from 'node:fs';
import type { LongFile } from '../prove/pull-pages.js';

/** An open file of the system, any part of which can be read; `size` in bytes. */
export const longFile = (file: number, size: number): LongFile => ({
  size,
  read: (at, length) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(file, bytes, read, bytes.length - read, at + read);
      if (more === 0) break;
      read += more;
    }
    return bytes.subarray(0, read);
  },
});
