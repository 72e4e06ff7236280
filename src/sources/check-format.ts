import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Format, FormatSide } from './format.js';

/** Widths that differ by less are the same: a hundredth of a millimetre is far below what a guillotine holds. */
const SAME = 0.01;

/** A flap is at least this much narrower than the panel it tucks behind, mm (print-shop habit: 2 to 3). */
const LEAST_TUCK = 1;

/** What a folder or a reader would stumble over: widths, folds, flap, names, reading order, live area. */
export function checkFormat(format: Format): Finding[] {
  return [
    ...format.sides.flatMap((side, index) => checkWidths(format, side, index)),
    ...checkMirror(format),
    ...checkFlap(format),
    ...checkNames(format),
    ...checkReadingOrder(format),
    ...checkLive(format),
    ...checkKeepOut(format),
  ];
}

const millimetres = (value: number): string => `${Math.round(value * 100) / 100} mm`;

const widthOf = ({ panels }: FormatSide): number =>
  panels.reduce((sum, panel) => sum + panel.width, 0);

function checkWidths({ trim, locate }: Format, side: FormatSide, index: number): Finding[] {
  const width = widthOf(side);
  if (Math.abs(width - trim.width) < SAME) return [];
  return [
    finding(
      'format/widths',
      locate(['sides', index, 'panels']),
      `the panels of side ${quoted(side.name)} are ${millimetres(width)} wide together, and the trim is ${millimetres(trim.width)}`,
      'make the widths of the panels add up to the trim',
      { overMm: width - trim.width },
    ),
  ];
}

/** Where a side is folded, mm from its left edge. */
function foldsOf({ panels }: FormatSide): number[] {
  let x = 0;
  return panels.slice(0, -1).map(({ width }) => {
    x += width;
    return x;
  });
}

/** A fold at x on one side is a fold at width − x on the other, which is seen turned over. */
function checkMirror({ sides, trim, locate }: Format): Finding[] {
  const [front, back] = sides;
  if (front === undefined || back === undefined) return [];
  const wanted = foldsOf(front)
    .map((x) => trim.width - x)
    .reverse();
  const found = foldsOf(back);
  const alike =
    wanted.length === found.length &&
    wanted.every((x, index) => Math.abs(x - (found[index] ?? 0)) < SAME);
  if (alike) return [];
  const list = (folds: number[]) =>
    folds.length === 0 ? 'none' : folds.map(millimetres).join(', ');
  return [
    finding(
      'format/mirror',
      locate(['sides', 1, 'panels']),
      `folds of side ${quoted(back.name)} stand at ${list(found)}; seen from there, the other side folds at ${list(wanted)}`,
      `give side ${quoted(back.name)} the widths of side ${quoted(front.name)} in the opposite order`,
    ),
  ];
}

/** In a roll fold the panel at one end tucks in behind the others; in a half or Z fold edge lies on edge. */
function checkFlap(format: Format): Finding[] {
  const { fold, sides, locate } = format;
  if (fold === 'half' || fold === 'z') return checkEqual(format, fold);
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
  if (trim.height > 2 * live.fromTrim) return narrow;
  const problem = `the piece is ${millimetres(trim.height)} high, and copy keeps ${millimetres(2 * live.fromTrim)} free`;
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
