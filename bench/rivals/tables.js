// The figures of the rivals as Markdown tables.
import { toRows } from '../rows.js';

const perSecond = (records, { seconds }) => (records / seconds).toFixed(0);
const kilobytes = (bytes, records) => (bytes / records / 1000).toFixed(1);

/** A row an engine; `records`: how many leaflets each made. */
export function rivalsTable(rivals, records) {
  const head = [
    'engine',
    'files: leaflets a second',
    'processor s',
    'peak MB',
    'kB a file',
    'one file: leaflets a second',
    'processor s',
    'peak MB',
    'kB a record',
    'cold, one leaflet: ms',
    'processor ms',
    'beside it',
  ];
  const rows = rivals.map(({ name, note, cold, separate, oneFile }) => [
    name,
    ...[separate, oneFile].flatMap((run) => [
      perSecond(records, run),
      run.cpuSeconds.toFixed(2),
      run.memoryMB.toFixed(0),
      kilobytes(run.bytes, records),
    ]),
    (cold.seconds * 1000).toFixed(0),
    (cold.cpuSeconds * 1000).toFixed(0),
    note,
  ]);
  return toRows(head, rows);
}

/** How many times as fast safeleaf is, by the clock and by the processor. */
export function ratioTable(rivals) {
  const find = (wanted) => rivals.find(({ name }) => name === wanted);
  const own = find('safeleaf');
  const rows = ['typst', 'floor'].flatMap((name) => {
    const other = find(name);
    if (own === undefined || other === undefined) return [];
    return [
      row(`separate files, times ${name}`, other.separate, own.separate),
      row(`one file, times ${name}`, other.oneFile, own.oneFile),
      row(`cold start, ${name}'s time over safeleaf's`, other.cold, own.cold),
    ];
  });
  return toRows(['', 'by the clock', 'by processor seconds'], rows);
}

const row = (title, other, own) => [
  title,
  (other.seconds / own.seconds).toFixed(2),
  (other.cpuSeconds / own.cpuSeconds).toFixed(2),
];

/** Runs with a cache, beside the run that fills it and Typst's of one leaflet. */
export function keptTable(kept, rivals) {
  const typst = rivals.find(({ name }) => name === 'typst');
  const cells = (title, { records }, run) => [
    title,
    records.toLocaleString('en'),
    (run.seconds * 1000).toFixed(0),
    (run.cpuSeconds * 1000).toFixed(0),
    run.memoryMB.toFixed(0),
    records === 1 && typst ? (run.seconds / typst.cold.seconds).toFixed(2) : '',
  ];
  const rows = kept.flatMap((it) => [
    cells('cache empty: all is made and kept', it, it.empty),
    cells('nothing has changed, the files stand', it, it.unchanged),
    cells('nothing has changed, the folder is empty: put back', it, it.putBack),
  ]);
  const head = ['run', 'leaflets', 'ms', 'processor ms', 'peak MB', "of Typst's time, cold"];
  return toRows(head, rows);
}

/** Time a record and memory, by how many records there are. */
export function growthTable(grown) {
  const head = ['mode', 'records', 'seconds', 'ms a record', 'processor ms a record', 'peak MB'];
  const rows = grown.map(({ mode, records, seconds, cpuSeconds, memoryMB }) => [
    mode,
    records.toLocaleString('en'),
    seconds.toFixed(2),
    ((seconds / records) * 1000).toFixed(3),
    ((cpuSeconds / records) * 1000).toFixed(3),
    memoryMB.toFixed(0),
  ]);
  return toRows(
    [...head, 'bytes a record'],
    rows.map((cells, at) => [...cells, (grown[at].bytes / grown[at].records).toFixed(0)]),
  );
}
