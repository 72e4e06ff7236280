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

/** Time a record and memory, by how many records there are; under it what more records cost in each mode. */
export function growthTable(grown) {
  const head = [
    'mode',
    'records',
    'seconds',
    'ms a record',
    'processor ms a record',
    'processor ms a record more',
    'peak MB',
    'bytes a record',
  ];
  const rows = grown.map((run) => {
    const { mode, records, seconds, cpuSeconds, memoryMB, bytes } = run;
    const before = grown.findLast((it) => it.mode === mode && it.records < records);
    return [
      mode,
      records.toLocaleString('en'),
      seconds.toFixed(2),
      ((seconds / records) * 1000).toFixed(3),
      ((cpuSeconds / records) * 1000).toFixed(3),
      before === undefined ? '' : (1000 * costOfMore(before, run)).toFixed(3),
      memoryMB.toFixed(0),
      (bytes / records).toFixed(0),
    ];
  });
  const modes = [...new Set(grown.map(({ mode }) => mode))];
  return `${toRows(head, rows)}\n\n${modes.map((mode) => slopes(mode, grown)).join('\n')}`;
}

/** Processor seconds of each record that one run has more than the other. */
const costOfMore = (few, many) => (many.cpuSeconds - few.cpuSeconds) / (many.records - few.records);

function slopes(mode, grown) {
  const runs = grown.filter((it) => it.mode === mode);
  const memory = slope(runs, ({ memoryMB }) => memoryMB);
  const time = slope(runs, ({ cpuSeconds }) => cpuSeconds);
  return `- ${mode}: ${(memory * 1000).toFixed(2)} MB of peak memory for 1,000 records more, ${(time * 1000).toFixed(3)} processor ms for each (least squares)`;
}

/** How much a figure of the runs grows with one record more: the line that lies nearest to all of them (least squares). */
function slope(runs, figure) {
  const mean = (of) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const [records, middle] = [mean((run) => run.records), mean(figure)];
  const spread = mean((run) => (run.records - records) ** 2);
  if (spread === 0) return 0;
  return mean((run) => (run.records - records) * (figure(run) - middle)) / spread;
}
