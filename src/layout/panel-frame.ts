import { foldingOf } from '../sources/folding-of.js';
import type { Format } from '../sources/format.js';
import { type PanelPlace, panelPlaces } from '../sources/panel-places.js';
import type { Box, Edges } from '../units/box.js';
import type { Cmyk } from '../units/ink.js';

/** A panel's own edges: which lie on the trim, how far ink runs past them, and where copy may stand. */
export interface PanelFrame {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The bleed at the trim, 0 at a fold. */
  readonly outer: Edges;
  /** Where copy may stand, mm from the panel's top left. */
  readonly live: Box;
  /** What a large area of black alone prints with, so that it looks black; as it is where absent. */
  readonly richBlack?: Cmyk | undefined;
}

/** A panel's frame, and its place on its side: mm from the trim's top left. */
export interface PlacedFrame extends PanelFrame {
  readonly x: number;
  readonly y: number;
  /** Stands on its head on the flat piece. */
  readonly isTurned: boolean;
}

/** Edges and lines that lie nearer to each other are one, mm. */
const SAME = 0.01;

/** The frames of one side, in the order of the format. */
export function sideFrames(format: Format, side: number): readonly PlacedFrame[] {
  return panelPlaces(format, side).map((place) => {
    const { panel, x, y, width, height, isTurned } = place;
    const flat = edgesOf(place, format, side);
    const edges = isTurned ? onItsHead(flat) : flat;
    const by = (of: (edge: Edge) => number): Edges => ({
      top: of(edges.top),
      right: of(edges.right),
      bottom: of(edges.bottom),
      left: of(edges.left),
    });
    const off = by(({ keepOff }) => keepOff);
    return {
      ...{ name: panel.name, x, y, width, height, isTurned },
      outer: by(({ isTrim }) => (isTrim ? format.bleed : 0)),
      live: {
        x: off.left,
        y: off.top,
        width: width - off.left - off.right,
        height: height - off.top - off.bottom,
      },
    };
  });
}

/** One edge of a panel: on the trim or at a fold, and how far copy keeps from it. */
interface Edge {
  readonly isTrim: boolean;
  readonly keepOff: number;
}

type FourEdges = Readonly<Record<keyof Edges, Edge>>;

function edgesOf({ x, y, width, height }: PanelPlace, format: Format, side: number): FourEdges {
  const { trim } = format;
  const across = foldLine(format, side, 'across');
  const down = foldLine(format, side, 'down');
  const trimEdge = { isTrim: true, keepOff: format.live.fromTrim };
  return {
    top: y < SAME ? trimEdge : down(y),
    right: x + width > trim.width - SAME ? trimEdge : across(x + width),
    bottom: y + height > trim.height - SAME ? trimEdge : down(y + height),
    left: x < SAME ? trimEdge : across(x),
  };
}

const onItsHead = ({ top, right, bottom, left }: FourEdges): FourEdges => ({
  top: bottom,
  right: left,
  bottom: top,
  left: right,
});

/** The edge at a fold line; a fold may ask for more room than the piece as a whole. */
function foldLine(format: Format, side: number, axis: 'across' | 'down'): (at: number) => Edge {
  const isInside = side === format.sides.length - 1;
  const steps = foldingOf(format).filter(
    ({ part }) => (part === 'left' || part === 'right') === (axis === 'across'),
  );
  return (at) => {
    const flat = isInside || axis === 'down' ? at : format.trim.width - at;
    const step = steps.find((it) => Math.abs(it.at - flat) < SAME);
    return { isTrim: false, keepOff: step?.keepOff ?? format.live.fromFold };
  };
}
