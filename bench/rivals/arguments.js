// What an engine is told: `node engines/<name>.js <separate|one-file> <records> <folder>`.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf } from './fixture.js';

const [, , mode, records, folder] = process.argv;

export const isOneFile = mode === 'one-file';
export const recordCount = Number(records);
mkdirSync(folder, { recursive: true });

/** Where the one file of all records goes. */
export const oneFile = join(folder, 'all.pdf');

/** Where the leaflet of a record goes. */
export const fileOf = ({ sku }) => join(folder, `${sku}.pdf`);

/** The records of the run, one after the other. */
export function* eachRecord() {
  for (let at = 0; at < recordCount; at += 1) yield recordOf(at);
}

/** A temporary name, then a rename, as safeleaf does. */
export function writeWhole(path, bytes) {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}
