// The byte floor in separate files: what is alike, then the few objects of a record, then the table.
import { closeSync, openSync, renameSync, writevSync } from 'node:fs';
import { eachRecord, fileOf } from '../arguments.js';
import { fieldsOf, kindOf, objectText, trailerText, XREF_FIRST, xrefLine } from './kind.js';

const tables = new Map();

/** Writes a file for each record of the run. */
export function write() {
  for (const record of eachRecord()) writeInPlace(fileOf(record), fileParts(record));
}

function fileParts(record) {
  const { start, texts, trailer, count } = kindOf(record.kind);
  const fields = fieldsOf(record);
  const table = tableOf(record.kind);
  let at = start.length;
  let own = '';
  for (const [number, text] of texts) {
    const object = objectText(number, text.with(fields));
    table.write(xrefLine(at), XREF_FIRST.length * number, 'latin1');
    own += object;
    at += object.length;
  }
  const head = `xref\n0 ${count + 1}\n`;
  const last = trailerText(trailer, count + 1, fields.id, at);
  return [start, Buffer.from(own + head, 'latin1'), table, Buffer.from(last, 'latin1')];
}

/** The cross-reference table of a kind; the lines of a record's own objects are written over for each record. */
function tableOf(kind) {
  let table = tables.get(kind);
  if (table === undefined) {
    const { count, offsets } = kindOf(kind);
    const lines = Array.from({ length: count }, (_, at) => xrefLine(offsets[at + 1] ?? 0));
    table = Buffer.from(XREF_FIRST + lines.join(''), 'latin1');
    tables.set(kind, table);
  }
  return table;
}

/** As safeleaf does: a temporary name, all parts at once, then a rename. */
function writeInPlace(path, parts) {
  const unfinished = `${path}.unfinished`;
  const file = openSync(unfinished, 'w');
  writevSync(file, parts);
  closeSync(file);
  renameSync(unfinished, path);
}
