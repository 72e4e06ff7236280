import type { FoldStep } from './fold-step.js';
import { foldingOf } from './folding-of.js';
import type { Format } from './format.js';
import { panelPlaces } from './panel-places.js';

/** A panel of paper in a folded piece: where it lies, and how. Lengths in mm from the top left of the inside, flat. */
interface Layer {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The panel that looks up, and the one that looks down; undefined where a side is not printed. */
  readonly up: Face | undefined;
  readonly down: Face | undefined;
}

/** A panel as one looks at it straight on. */
export interface Face {
  readonly name: string;
  readonly isUpright: boolean;
}

/** A piece part-folded: its layers from the lowest to the topmost. */
export interface FoldState {
  /** How many folds are made. */
  readonly folds: number;
  readonly layers: readonly Layer[];
}

/** Lines that differ by less are one: a hundredth of a millimetre. */
const SAME = 0.01;

/** The piece after each of its folds, the flat sheet first. Undefined where a fold would run through a panel. */
export function foldFlat(format: Format): readonly FoldState[] | undefined {
  const states: FoldState[] = [{ folds: 0, layers: flatLayers(format) }];
  for (const step of foldingOf(format)) {
    const before = states.at(-1)?.layers ?? [];
    const layers = foldOnce(before, step);
    if (layers === undefined) return undefined;
    states.push({ folds: states.length, layers });
  }
  return states;
}

/** The sheet with its inside up. A piece of one side has nothing beneath. */
function flatLayers(format: Format): readonly Layer[] {
  const { sides, trim } = format;
  const under = sides.length > 1 ? panelPlaces(format, 0) : [];
  return panelPlaces(format, sides.length - 1).map(({ panel, x, y, width, height, isTurned }) => {
    const back = under.find(
      (it) =>
        Math.abs(trim.width - it.x - it.width - x) < SAME &&
        Math.abs(it.width - width) < SAME &&
        Math.abs(it.y - y) < SAME,
    );
    return {
      ...{ x, y, width, height },
      up: { name: panel.name, isUpright: !isTurned },
      down: back && { name: back.panel.name, isUpright: !back.isTurned },
    };
  });
}

function foldOnce(layers: readonly Layer[], step: FoldStep): readonly Layer[] | undefined {
  const { part, at, to } = step;
  const isAcross = part === 'left' || part === 'right';
  const start = ({ x, y }: Layer): number => (isAcross ? x : y);
  const end = (it: Layer): number => start(it) + (isAcross ? it.width : it.height);
  if (layers.some((it) => start(it) < at - SAME && end(it) > at + SAME)) return undefined;
  const isBeyond = (it: Layer): boolean =>
    part === 'left' || part === 'top' ? end(it) <= at + SAME : start(it) >= at - SAME;
  const moved = layers
    .filter(isBeyond)
    .map((it) => turnedOver(it, at, isAcross))
    .reverse();
  const rest = layers.filter((it) => !isBeyond(it));
  if (moved.length === 0 || rest.length === 0) return undefined;
  return to === 'over' ? [...rest, ...moved] : [...moved, ...rest];
}

/** Turned round an upright line a panel stays upright; round a level one it stands on its head. */
function turnedOver(layer: Layer, at: number, isAcross: boolean): Layer {
  const face = (it: Face | undefined): Face | undefined =>
    it && (isAcross ? it : { ...it, isUpright: !it.isUpright });
  const place = isAcross
    ? { x: 2 * at - layer.x - layer.width, y: layer.y }
    : { x: layer.x, y: 2 * at - layer.y - layer.height };
  return { ...layer, ...place, up: face(layer.down), down: face(layer.up) };
}

/** What one sees of a piece from above: the faces that nothing lies on, from left to right, then down. */
export const facesUp = ({ layers }: FoldState): readonly Face[] => seen(layers, ({ up }) => up);

/** The same from below, turned over like a page of a book. */
export const facesDown = ({ layers }: FoldState): readonly Face[] =>
  seen(layers.map((it) => ({ ...it, x: -it.x - it.width })).reverse(), ({ down }) => down);

function seen(layers: readonly Layer[], faceOf: (layer: Layer) => Face | undefined): Face[] {
  return layers
    .filter((it, index) => !layers.slice(index + 1).some((over) => covers(over, it)))
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
    .flatMap((it) => faceOf(it) ?? []);
}

/** Whether a panel lies over the middle of another. */
const covers = (over: Layer, under: Layer): boolean => {
  const x = under.x + under.width / 2;
  const y = under.y + under.height / 2;
  return x > over.x && x < over.x + over.width && y > over.y && y < over.y + over.height;
};
