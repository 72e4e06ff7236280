// The figures of a bench as a Markdown table.

const COLUMNS = [
  ['case', ({ name }) => name],
  ['leaflets', ({ leaflets }) => String(leaflets)],
  ['seconds', ({ seconds }) => seconds.toFixed(2)],
  ['leaflets a second', ({ leaflets, seconds }) => (leaflets / seconds).toFixed(1)],
  ['while writing', whileWriting],
  ['processor s', ({ cpuSeconds }) => cpuSeconds.toFixed(2)],
  ['peak MB', ({ memoryMB }) => memoryMB.toFixed(0)],
  ['kB a file', ({ bytes }) => (bytes / 1000).toFixed(1)],
];

/** Leaflets a second from the first finished file to the last. */
function whileWriting({ leaflets, writing }) {
  return leaflets > 1 && writing > 0 ? ((leaflets - 1) / writing).toFixed(0) : '';
}

/** The table, its columns as wide as their widest cell. */
export function toTable(cases) {
  const rows = cases.map((it) => COLUMNS.map(([, show]) => show(it)));
  const head = COLUMNS.map(([title]) => title);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((cells) => cells[at].length)),
  );
  const line = (cells) => `| ${cells.map(padded).join(' | ')} |`;
  const padded = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]));
  const rule = widths.map((width, at) => '-'.repeat(width - 1) + (at === 0 ? '-' : ':'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** The run in the middle by its seconds: a busy machine shifts the ends, not the middle. */
export function middle(runs) {
  const sorted = [...runs].sort((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
