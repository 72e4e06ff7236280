// Preloaded before safeleaf: every PDF takes a while to get its name, so that a run can be stopped in the middle.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { renameSync } = fs;
const wait = new Int32Array(new SharedArrayBuffer(4));

fs.renameSync = (from, to) => {
  if (String(to).endsWith('.pdf'))
    Atomics.wait(wait, 0, 0, Number(process.env.SLOW_DISK_MS ?? 250));
  renameSync(from, to);
};
syncBuiltinESMExports();
