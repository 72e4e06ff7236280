import type { Path, PathStep } from '../units/path.js';

type Corner = readonly [x: number, y: number];

/** A side of a dark module that faces a light one; walking it, the dark module lies on the right hand. */
interface Edge {
  readonly from: Corner;
  readonly to: Corner;
  /** The dark module that it belongs to: loops stay with it where two modules touch at a corner. */
  readonly owner: string;
}

/**
 * The outline of all dark modules together, in modules, y downwards.
 *
 * One loop round each group of modules and one, turned the other way, round each hole: the fill is
 * the same by both fill rules, and no hairline can show between modules, as it does between single squares.
 */
export function outlineModules(dark: readonly (readonly boolean[])[]): Path {
  const edges = boundary(dark);
  const open = new Map<string, Edge[]>();
  for (const edge of edges) {
    const at = edge.from.join();
    open.set(at, [...(open.get(at) ?? []), edge]);
  }
  const steps: PathStep[] = [];
  for (const edge of edges) {
    if (open.get(edge.from.join())?.includes(edge)) steps.push(...loopFrom(edge, open));
  }
  return steps;
}

function boundary(dark: readonly (readonly boolean[])[]): Edge[] {
  const isDark = (x: number, y: number) => dark[y]?.[x] === true;
  return dark.flatMap((row, y) =>
    row.flatMap((on, x) => {
      if (!on) return [];
      const owner = `${x},${y}`;
      const sides: Edge[] = [];
      if (!isDark(x, y - 1)) sides.push({ from: [x, y], to: [x + 1, y], owner });
      if (!isDark(x + 1, y)) sides.push({ from: [x + 1, y], to: [x + 1, y + 1], owner });
      if (!isDark(x, y + 1)) sides.push({ from: [x + 1, y + 1], to: [x, y + 1], owner });
      if (!isDark(x - 1, y)) sides.push({ from: [x, y + 1], to: [x, y], owner });
      return sides;
    }),
  );
}

function loopFrom(first: Edge, open: Map<string, Edge[]>): PathStep[] {
  const corners: Corner[] = [];
  let edge: Edge | undefined = first;
  let heading = '';
  while (edge !== undefined) {
    take(edge, open);
    const turned = headingOf(edge);
    if (turned !== heading) corners.push(edge.from);
    heading = turned;
    edge = nextOf(edge, open);
  }
  const isStraight = heading === headingOf(first);
  return toSteps(isStraight ? corners.slice(1) : corners);
}

const headingOf = ({ from, to }: Edge): string => `${to[0] - from[0]},${to[1] - from[1]}`;

function take(edge: Edge, open: Map<string, Edge[]>): void {
  const at = edge.from.join();
  open.set(
    at,
    (open.get(at) ?? []).filter((it) => it !== edge),
  );
}

function nextOf(edge: Edge, open: Map<string, Edge[]>): Edge | undefined {
  const choices = open.get(edge.to.join()) ?? [];
  return choices.find((it) => it.owner === edge.owner) ?? choices[0];
}

function toSteps(corners: readonly Corner[]): PathStep[] {
  return [...corners.map(([x, y], index): PathStep => [index === 0 ? 'M' : 'L', x, y]), ['Z']];
}
