import svgpath from 'svgpath';
import { quoted } from '../diagnostics/quoted.js';
import type { Matrix } from '../units/matrix.js';
import type { Path, PathStep } from '../units/path.js';
import type { ArtFindings } from './art-findings.js';
import type { ArtPaint } from './art-paint.js';
import type { ArtShape } from './brand-kit.js';

/** Coordinates past this are a slip of an export: a view box is a few thousand units wide. Our choice. */
const FARTHEST = 1e6;

/** Two scales that differ by less than this share are one. */
const SAME_SCALE = 0.001;

/** A shape at its place on the drawing; nothing where it has neither fill nor stroke, or cannot be drawn. */
export function drawShape(
  outline: string,
  matrix: Matrix,
  paint: ArtPaint,
  line: number,
  found: ArtFindings,
): ArtShape | undefined {
  const { fill, stroke } = paint;
  if (fill === 'none' && stroke === 'none') return undefined;
  if (fill === undefined)
    found.add('art/colour', line, 'unsaid', {
      problem: 'a shape has no fill, which SVG paints black',
      fix: 'write fill="currentColor", fill="var(--brand)" or fill="none"',
    });
  const path = readPath(outline, matrix, line, found);
  if (path === undefined || path.length === 0) return undefined;
  const filled = fill === 'none' || fill === undefined ? {} : { fill, fillRule: paint.fillRule };
  if (stroke === 'none' || stroke === undefined || paint.width === 0)
    return 'fill' in filled ? { path, ...filled } : undefined;
  const scale = strokeScale(matrix, line, found);
  const { cap, join } = paint;
  return { path, ...filled, stroke: { ink: stroke, width: paint.width * scale, cap, join } };
}

function readPath(
  outline: string,
  matrix: Matrix,
  line: number,
  found: ArtFindings,
): Path | undefined {
  const read = svgpath(outline) as ReturnType<typeof svgpath> & { readonly err?: string };
  const refuse = (problem: string) => {
    found.add('art/value', line, `path ${outline.slice(0, 200)}`, {
      problem,
      fix: 'export the drawing again, or draw the shape anew',
    });
    return undefined;
  };
  if (read.err) return refuse(`path data is ${quoted(outline)} and breaks off`);
  const path = toSteps(
    read
      .matrix([...matrix])
      .abs()
      .unshort()
      .unarc(),
  );
  const far = path.some((step) =>
    step.some((value) => typeof value === 'number' && !(Math.abs(value) <= FARTHEST)),
  );
  return far ? refuse(`path data ${quoted(outline)} runs past ${FARTHEST} units`) : path;
}

/** Lines and cubic curves alone, each part with a start of its own. */
function toSteps(path: ReturnType<typeof svgpath>): Path {
  const steps: PathStep[] = [];
  let start: readonly [number, number] = [0, 0];
  let closed = false;
  path.iterate((step, _index, x, y) => {
    const [kind] = step;
    if (closed && kind !== 'M' && kind !== 'Z') steps.push(['M', ...start]);
    closed = kind === 'Z' || kind === 'z';
    switch (kind) {
      case 'M':
        start = [step[1], step[2]];
        steps.push(['M', step[1], step[2]]);
        return;
      case 'L':
        steps.push(['L', step[1], step[2]]);
        return;
      case 'H':
        steps.push(['L', step[1], y]);
        return;
      case 'V':
        steps.push(['L', x, step[1]]);
        return;
      case 'C':
        steps.push(['C', step[1], step[2], step[3], step[4], step[5], step[6]]);
        return;
      case 'Q':
        steps.push(cubic(x, y, step[1], step[2], step[3], step[4]));
        return;
      default:
        steps.push(['Z']);
    }
  });
  return steps;
}

/** A quadratic curve as the cubic curve that is the same line. */
function cubic(x: number, y: number, cx: number, cy: number, toX: number, toY: number): PathStep {
  const third = (from: number, to: number) => from + (2 / 3) * (to - from);
  return ['C', third(x, cx), third(y, cy), third(toX, cx), third(toY, cy), toX, toY];
}

/** How much a stroke grows; a finding where it would grow more one way than the other. */
function strokeScale([a, b, c, d]: Matrix, line: number, found: ArtFindings): number {
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)];
  const skew = Math.abs(a * c + b * d);
  const most = Math.max(along, across);
  if (most - Math.min(along, across) > SAME_SCALE * most || skew > SAME_SCALE * most * most)
    found.add('art/value', line, 'stroke scale', {
      problem: 'a stroke is stretched more one way than the other',
      fix: 'turn the stroke into an outline (Object > Path > Outline Stroke, or Path > Stroke to Path)',
    });
  return Math.sqrt(Math.abs(a * d - b * c));
}
