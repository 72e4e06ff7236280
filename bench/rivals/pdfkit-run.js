// Runs of pdfkit: a document a record, or one for all.
import { once } from 'node:events';
import { createWriteStream, renameSync } from 'node:fs';
import { eachRecord, fileOf, oneFile } from './arguments.js';
import { drawLeaflet } from './pdfkit-leaflet.js';

export async function writeEach(openDocument) {
  for (const record of eachRecord()) await toFile(openDocument(), fileOf(record), [record]);
}

export const writeAll = (doc) => toFile(doc, oneFile, eachRecord());

async function toFile(doc, path, records) {
  const stream = createWriteStream(`${path}.unfinished`);
  doc.pipe(stream);
  for (const record of records) drawLeaflet(doc, record);
  doc.end();
  await once(stream, 'close');
  renameSync(`${path}.unfinished`, path);
}
