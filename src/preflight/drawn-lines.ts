import type { Place } from '../diagnostics/finding.js';
import type { FillItem, LaidOutPanel, PanelItem, StrokeItem } from '../layout/laid-out.js';
import type { Ink } from '../units/ink.js';
import { fromPt } from '../units/length.js';

/** A line as it is drawn. `width` in mm. */
export interface DrawnLine {
  readonly width: number;
  readonly ink: Ink;
  readonly place: Place;
}

/** A filled strip counts as a line up to this width (GWG 2022, I00004 names thin rectangles; 2 pt is its R0010's). */
const STRIP = fromPt(2);

/** Every line of a panel: strokes, and rectangles as thin as lines. */
export const drawnLines = ({ items }: LaidOutPanel): readonly DrawnLine[] => items.flatMap(linesOf);

function linesOf(item: PanelItem): DrawnLine[] {
  if (item.kind === 'art') return item.parts.flatMap(linesOf);
  if (item.kind === 'stroke') return [lineOf(item, item.width)];
  if (item.kind !== 'fill') return [];
  const width = stripWidth(item);
  return width > 0 && width < STRIP ? [lineOf(item, width)] : [];
}

const lineOf = ({ ink, place }: FillItem | StrokeItem, width: number): DrawnLine => ({
  width,
  ink,
  place,
});

/** The narrower side of an outline with straight sides only. */
function stripWidth({ path }: FillItem): number {
  const points = path.flatMap((step) => (step[0] === 'M' || step[0] === 'L' ? [step] : []));
  if (path.some((step) => step[0] === 'C') || points.length > 8) return 0;
  const xs = points.map(([, x]) => x);
  const ys = points.map(([, , y]) => y);
  return Math.min(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}
