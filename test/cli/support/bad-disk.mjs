// Preloaded before safeleaf: from the file on that BAD_DISK names, the system answers with the error it names.
// Such as BAD_DISK="openSync,writeFileSync ENOSPC _NS-2.pdf" or BAD_DISK="renameSync EBUSY _NS-2.pdf once".
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [calls = '', code = '', file = '', once] = (process.env.BAD_DISK ?? '').split(' ');
let isBad = false;

for (const call of calls.split(',')) {
  const real = fs[call];
  fs[call] = (...given) => {
    const isNamed = given.some((it) => typeof it === 'string' && it.includes(file));
    if (isNamed) isBad = true;
    if (!isNamed && (once || !isBad)) return real(...given);
    throw Object.assign(new Error(`${code}: made up by a test`), { code, syscall: call });
  };
}
syncBuiltinESMExports();
