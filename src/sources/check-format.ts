import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { checkDie } from './check-die.js';
import { checkFolding } from './check-folding.js';
import { checkInBox } from './check-in-box.js';
import type { Format, FormatPanel, FormatSide } from './format.js';

/** Widths that differ by less are the same: a hundredth of a millimetre is far below what a guillotine holds. */
const SAME = 0.01;

/** A flap is at least this much narrower than the panel it tucks behind, mm (print-shop habit: 2 to 3). */
const LEAST_TUCK = 1;

/** What a folder or a reader would stumble over: widths, folds, flap, names, reading order, live area. */
export function checkFormat(format: Format): Finding[] {
  const flat = [
    ...format.sides.flatMap((side, index) => checkWidths(format, side, index)),
    ...checkMirror(format),
    ...checkFlap(format),
    ...checkNames(format),
    ...checkReadingOrder(format),
    ...checkLive(format),
    ...checkKeepOut(format),
    ...checkDie(format),
    ...checkInBox(format),
  ];
  // What is wrong flat cannot be folded either.
  return flat.length > 0 ? flat : checkFolding(format);
}

const millimetres = (value: number): string => `${Math.round(value * 100) / 100} mm`;

const sumOf = (lengths: readonly number[]): number =>
  lengths.reduce((sum, length) => sum + length, 0);

/** The panels of a side, row by row. */
const rowsOf = ({ panels, rows = [0] }: FormatSide): readonly (readonly FormatPanel[])[] =>
  rows.map((_, index) => panels.filter(({ row = 1 }) => row === index + 1));

function checkWidths(format: Format, side: FormatSide, index: number): Finding[] {
  const { trim, locate } = format;
  const all = rowsOf(side);
  const inRow = all.length > 1 ? (at: number) => ` in row ${at + 1}` : () => '';
  const widths = all.flatMap((panels, at) => {
    const width = sumOf(panels.map((panel) => panel.width));
    if (Math.abs(width - trim.width) < SAME) return [];
    return [
      finding(
        'format/widths',
        locate(['sides', index, 'panels']),
        `the panels of side ${quoted(side.name)}${inRow(at)} are ${millimetres(width)} wide together, and the trim is ${millimetres(trim.width)}`,
        'make the widths of the panels add up to the trim',
        { overMm: width - trim.width },
      ),
    ];
  });
  return [...widths, ...checkRows(format, side, index)];
}

/** Rows fill the height, and every panel stands in one of them. */
function checkRows({ trim, locate }: Format, side: FormatSide, index: number): Finding[] {
  const { rows, panels, name } = side;
  const lost = panels.flatMap(({ name: panel, row = 1 }, at) =>
    row <= (rows?.length ?? 1)
      ? []
      : [
          finding(
            'format/widths',
            locate(['sides', index, 'panels', at]),
            `panel ${quoted(panel)} stands in row ${row}, and side ${quoted(name)} has ${rows?.length ?? 1}`,
            'list the heights of the rows under "rows:", or take the row out',
          ),
        ],
  );
  const height = sumOf(rows ?? [trim.height]);
  if (Math.abs(height - trim.height) < SAME) return lost;
  return [
    ...lost,
    finding(
      'format/widths',
      locate(['sides', index, 'rows']),
      `the rows of side ${quoted(name)} are ${millimetres(height)} high together, and the trim is ${millimetres(trim.height)}`,
      'make the heights of the rows add up to the trim',
      { overMm: height - trim.height },
    ),
  ];
}

/** Where a row is folded, mm from its left edge. */
function foldsOf(panels: readonly FormatPanel[]): number[] {
  let x = 0;
  return panels.slice(0, -1).map(({ width }) => {
    x += width;
    return x;
  });
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length &&
  some.every((it, index) => Math.abs(it - (others[index] ?? 0)) < SAME);

/** LG-FOLD-MIRROR (print-spec 6.2): a fold at x on one side is a fold at width − x on the other, which is seen turned over. */
function checkMirror(format: Format): Finding[] {
  const { sides, trim, locate } = format;
  const [front, back] = sides;
  if (front === undefined || back === undefined) return [];
  const [rows, others] = [front.rows ?? [trim.height], back.rows ?? [trim.height]];
  if (!isSame(rows, others)) {
    const problem = `side ${quoted(front.name)} has rows of ${rows.map(millimetres).join(', ')}, side ${quoted(back.name)} of ${others.map(millimetres).join(', ')}`;
    return [
      finding('format/mirror', locate(['sides', 1]), problem, 'give both sides the same rows'),
    ];
  }
  const behind = rowsOf(back);
  return rowsOf(front).flatMap((panels, at) =>
    checkRowMirror(format, panels, behind[at] ?? [], [front.name, back.name]),
  );
}

function checkRowMirror(
  { trim, locate }: Format,
  panels: readonly FormatPanel[],
  behind: readonly FormatPanel[],
  [front, back]: readonly [string, string],
): Finding[] {
  const wanted = foldsOf(panels)
    .map((x) => trim.width - x)
    .reverse();
  const found = foldsOf(behind);
  if (isSame(wanted, found)) return [];
  const list = (folds: number[]) =>
    folds.length === 0 ? 'none' : folds.map(millimetres).join(', ');
  return [
    finding(
      'format/mirror',
      locate(['sides', 1, 'panels']),
      `folds of side ${quoted(back)} stand at ${list(found)}; seen from there, the other side folds at ${list(wanted)}`,
      `give side ${quoted(back)} the widths of side ${quoted(front)} in the opposite order`,
    ),
  ];
}

/** In a roll fold the panel at one end tucks in behind the others; in a half or Z fold edge lies on edge. */
function checkFlap(format: Format): Finding[] {
  const { fold, sides, locate } = format;
  if (fold === 'half' || fold === 'z') return checkEqual(format, fold);
  // What a cross fold needs is that its panels lie on each other, which its folding shows.
  if (fold === 'cross') return [];
  const [outside] = sides;
  const widths = outside?.panels.map(({ width }) => width) ?? [];
  if (fold === 'none') {
    if (widths.length < 2) return [];
    return [
      finding(
        'format/flap',
        locate(['fold']),
        `fold is "none", and side ${quoted(outside?.name)} has ${widths.length} panels`,
        'write "fold: half", "roll" or "z", or give each side one panel',
      ),
    ];
  }
  const [first = 0, last = 0] = [widths.at(0), widths.at(-1)];
  const flap = Math.min(first, last);
  const others = first <= last ? widths.slice(1) : widths.slice(0, -1);
  const tuck = Math.min(...others) - flap;
  if (widths.length > 1 && tuck >= LEAST_TUCK - SAME) return [];
  return [
    finding(
      'format/flap',
      locate(['sides', 0, 'panels']),
      widths.length < 2
        ? 'fold is "roll", and there is one panel only'
        : `the flap is ${millimetres(tuck)} narrower than the panel it tucks behind`,
      `make the panel at one end 2 to 3 mm narrower than the others`,
    ),
  ];
}

/** Panels that lie on each other edge on edge are equally wide. */
function checkEqual({ sides, locate }: Format, fold: 'half' | 'z'): Finding[] {
  const widths = sides[0]?.panels.map(({ width }) => width) ?? [];
  const isCount = fold === 'half' ? widths.length === 2 : widths.length > 2;
  const isEqual = Math.max(...widths) - Math.min(...widths) < SAME;
  if (isCount && isEqual) return [];
  return [
    finding(
      'format/flap',
      locate(['sides', 0, 'panels']),
      `fold is "${fold}", and the panels are ${widths.map(millimetres).join(', ')} wide`,
      fold === 'half'
        ? 'give each side two panels of one width'
        : 'give each side three or more panels of one width',
    ),
  ];
}

function checkNames({ sides, locate }: Format): Finding[] {
  const seen = new Set<string>();
  const twice = (name: string, path: (string | number)[]): Finding[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      finding(
        'format/names',
        locate(path),
        `two panels are called ${quoted(name)}`,
        'give each panel of both sides a name of its own',
      ),
    ];
  };
  const panels = sides.flatMap((side, index) =>
    side.panels.flatMap(({ name }, at) => twice(name, ['sides', index, 'panels', at, 'name'])),
  );
  const [front, back] = sides;
  if (front === undefined || front.name !== back?.name) return panels;
  const problem = `both sides are called ${quoted(front.name)}`;
  const at = locate(['sides', 1, 'name']);
  return [...panels, finding('format/names', at, problem, 'give each side a name of its own')];
}

function checkReadingOrder({ sides, readingOrder, locate }: Format): Finding[] {
  const panels = new Set(sides.flatMap((side) => side.panels.map(({ name }) => name)));
  const at = (index: number) => locate(['readingOrder', index]);
  const list = [...panels].join(', ');
  const wrong = readingOrder.flatMap((name, index) => {
    const problem = !panels.has(name)
      ? `readingOrder names ${quoted(name)}, which is no panel`
      : readingOrder.indexOf(name) < index
        ? `readingOrder names ${quoted(name)} twice`
        : undefined;
    if (problem === undefined) return [];
    return [finding('format/reading-order', at(index), problem, `name each panel once: ${list}`)];
  });
  const left = [...panels].filter((name) => !readingOrder.includes(name));
  const missing = left.map((name) =>
    finding(
      'format/reading-order',
      locate(['readingOrder']),
      `readingOrder leaves out the panel ${quoted(name)}`,
      `name each panel once: ${list}`,
    ),
  );
  return [...wrong, ...missing];
}

/** A panel needs some paper between the two edges that copy keeps away from. */
function checkLive({ sides, live, trim, locate }: Format): Finding[] {
  const keep = 2 * Math.max(live.fromTrim, live.fromFold);
  const narrow = sides.flatMap((side, index) =>
    side.panels.flatMap(({ name, width }, at) =>
      width > keep
        ? []
        : [
            finding(
              'format/live',
              locate(['sides', index, 'panels', at, 'width']),
              `panel ${quoted(name)} is ${millimetres(width)} wide, and copy keeps ${millimetres(keep)} free at its edges`,
              'widen the panel, or lower live.fromTrim and live.fromFold',
              { overMm: keep - width },
            ),
          ],
    ),
  );
  const lowest = Math.min(trim.height, ...sides.flatMap(({ rows = [] }) => rows));
  if (lowest > keep) return narrow;
  const problem = `the panels are ${millimetres(lowest)} high, and copy keeps ${millimetres(keep)} free`;
  const fix = 'make the piece higher, or lower live.fromTrim';
  return [...narrow, finding('format/live', locate(['live', 'fromTrim']), problem, fix)];
}

function checkKeepOut({ sides, keepOut, trim, locate }: Format): Finding[] {
  return keepOut.flatMap((part, index) => {
    const unknown = part.sides
      .filter((name) => !sides.some((side) => side.name === name))
      .map((name) =>
        finding(
          'format/field',
          locate(['keepOut', index, 'sides']),
          `keepOut[${index}].sides names ${quoted(name)}, which is no side`,
          `name one of: ${sides.map((side) => side.name).join(', ')}`,
        ),
      );
    if (part.height < trim.height) return unknown;
    const at = locate(['keepOut', index, 'height']);
    const problem = `keepOut[${index}].height is ${millimetres(part.height)}, and the piece is ${millimetres(trim.height)} high`;
    return [
      ...unknown,
      finding('format/field', at, problem, 'leave a part of the side to print on'),
    ];
  });
}
