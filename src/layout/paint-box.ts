import type { BoxStyle } from '../compose/blocks.js';
import type { Place } from '../diagnostics/finding.js';
import type { Box, Edges } from '../units/box.js';
import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import { bleedOut } from './bleed-out.js';
import { boxPath, type Corners, insetBox } from './box-path.js';
import type { FillItem } from './laid-out.js';
import type { PanelFrame } from './panel-frame.js';

type Side = keyof Edges;

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** A box's background and borders as fills, in painting order. */
export function paintBox(
  box: Box,
  style: BoxStyle,
  frame: PanelFrame,
  place: Place,
): readonly FillItem[] {
  const printed = bleedOut(box, frame);
  if (printed.width === 0 || printed.height === 0) return [];
  const corners = printedCorners(box, printed, style.radius);
  const fill = (path: Path, ink: Ink, rule: FillItem['rule']): FillItem => ({
    kind: 'fill',
    path,
    ink,
    rule,
    place,
  });
  const ground = style.background;
  return [
    ...(ground === undefined ? [] : [fill(boxPath(printed, corners), ground, 'nonzero')]),
    ...paintBorder(box, printed, corners, style).map(({ path, ink, rule }) =>
      fill(path, ink, rule),
    ),
  ];
}

/** A corner on the trim or a fold is cut, not rounded. */
function printedCorners(box: Box, printed: Box, radius: number): Corners {
  const isLeft = printed.x === box.x;
  const isTop = printed.y === box.y;
  const isRight = printed.x + printed.width === box.x + box.width;
  const isBottom = printed.y + printed.height === box.y + box.height;
  return {
    topLeft: isTop && isLeft ? radius : 0,
    topRight: isTop && isRight ? radius : 0,
    bottomRight: isBottom && isRight ? radius : 0,
    bottomLeft: isBottom && isLeft ? radius : 0,
  };
}

interface BorderShape {
  readonly path: Path;
  readonly ink: Ink;
  readonly rule: FillItem['rule'];
}

function paintBorder(
  box: Box,
  printed: Box,
  corners: Corners,
  { border }: BoxStyle,
): readonly BorderShape[] {
  const drawn = SIDES.filter((side) => (border[side]?.width ?? 0) > 0);
  const inner = innerEdge(box, printed, border);
  const first = border[drawn[0] ?? 'top'];
  if (first === undefined || drawn.length === 0) return [];
  const isOneInk = drawn.every((side) => border[side]?.ink.token === first.ink.token);
  if (drawn.length === SIDES.length && isOneInk) {
    const path = [...boxPath(printed, corners), ...boxPath(inner, shrunk(corners, first.width))];
    return [{ path, ink: first.ink, rule: 'evenodd' }];
  }
  return drawn.map((side) => ({
    path: sidePath(side, printed, inner),
    ink: border[side]?.ink ?? first.ink,
    rule: 'nonzero',
  }));
}

/** Where the border ends inwards: its width is counted from the box's own edge, not from the bleed's. */
function innerEdge(box: Box, printed: Box, border: BoxStyle['border']): Box {
  const by = (side: Side, outside: number) => {
    const width = border[side]?.width ?? 0;
    return width > 0 ? Math.max(0, width + outside) : 0;
  };
  return insetBox(printed, {
    left: by('left', box.x - printed.x),
    top: by('top', box.y - printed.y),
    right: by('right', printed.x + printed.width - box.x - box.width),
    bottom: by('bottom', printed.y + printed.height - box.y - box.height),
  });
}

const shrunk = (corners: Corners, by: number): Corners => ({
  topLeft: Math.max(0, corners.topLeft - by),
  topRight: Math.max(0, corners.topRight - by),
  bottomRight: Math.max(0, corners.bottomRight - by),
  bottomLeft: Math.max(0, corners.bottomLeft - by),
});

/** One side of a border, mitred to its neighbours. */
function sidePath(side: Side, outer: Box, inner: Box): Path {
  const corners = (it: Box) =>
    [
      [it.x, it.y],
      [it.x + it.width, it.y],
      [it.x + it.width, it.y + it.height],
      [it.x, it.y + it.height],
    ] as const;
  const from = SIDES.indexOf(side);
  const to = (from + 1) % 4;
  const [a, b] = [corners(outer)[from], corners(outer)[to]];
  const [c, d] = [corners(inner)[to], corners(inner)[from]];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
  return [['M', ...a], ['L', ...b], ['L', ...c], ['L', ...d], ['Z']];
}
