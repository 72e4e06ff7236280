import { quoted } from '../diagnostics/quoted.js';
import { pathBounds } from './art-bounds.js';
import type { ArtFindings } from './art-findings.js';
import { readLength } from './art-outline.js';
import type { ArtShape } from './brand-kit.js';

/** The window of the drawing, in its own units. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far ink may pass the view box, as a share of its longer side: rounding in export, not seen at print size. Our choice. */
const SLACK = 0.005;

/** The view box; where none is written, width and height from 0, 0. */
export function readViewBox(
  attributes: ReadonlyMap<string, string>,
  line: number,
  found: ArtFindings,
): ViewBox | undefined {
  const written = attributes.get('viewBox');
  const sides = ['0', '0', attributes.get('width') ?? '', attributes.get('height') ?? ''];
  const parts = written === undefined ? sides : written.trim().split(/\s*,\s*|\s+/);
  const [x, y, width, height] = parts.map(readLength);
  const good =
    parts.length === 4 &&
    x !== undefined &&
    y !== undefined &&
    (width ?? 0) > 0 &&
    (height ?? 0) > 0;
  if (good) return { x, y, width: width ?? 0, height: height ?? 0 };
  found.add('art/view-box', line, 'viewBox', {
    problem: written === undefined ? 'the drawing has no viewBox' : `viewBox is ${quoted(written)}`,
    fix: 'write viewBox="0 0 width height" with plain numbers on <svg>',
  });
  return undefined;
}

/** A viewer cuts what passes the view box; a press would print it over the copy beside it. */
export function runsPast(
  { path, stroke }: ArtShape,
  { width, height }: ViewBox,
  name: string,
  line: number,
  found: ArtFindings,
): void {
  const half = (stroke?.width ?? 0) / 2;
  const { left, top, right, bottom } = pathBounds(path);
  const over = Math.max(half - left, half - top, right + half - width, bottom + half - height);
  if (over <= SLACK * Math.max(width, height)) return;
  found.add('art/view-box', line, `past ${name}`, {
    problem: `a <${name}> runs ${over.toFixed(2)} past the viewBox of ${width} x ${height}`,
    fix: 'make the viewBox (artboard) as large as the drawing, or cut the shape to it',
  });
}
