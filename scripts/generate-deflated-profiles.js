// Writes press/icc/*.icc.z: each profile as a PDF holds it. One that is right stays as it is: another zlib would write
// other bytes for the same profile.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { deflate } from '../dist/pdf/deflate.js';

const folder = new URL('../press/icc/', import.meta.url);

for (const name of readdirSync(folder).filter((it) => it.endsWith('.icc'))) {
  const icc = readFileSync(new URL(name, folder));
  const file = new URL(`${name}.z`, folder);
  if (!isRight(file, icc)) writeFileSync(file, deflate(icc));
}

function isRight(file, icc) {
  try {
    return inflateSync(readFileSync(file)).equals(icc);
  } catch {
    return false;
  }
}
