import { toPt } from '../units/length.js';
import type { Path } from '../units/path.js';
import { pdfNumber } from './pdf-number.js';

/** From mm with y downwards to points with y upwards: where the left edge and the top lie, and what a unit of the path measures in mm. */
export interface PathFrame {
  readonly left: number;
  readonly top: number;
  readonly unit: number;
}

/** An outline as path operators. */
export function drawPath(path: Path, frame: PathFrame): string {
  const x = (value: number) => pdfNumber(toPt(frame.left + value * frame.unit));
  const y = (value: number) => pdfNumber(toPt(frame.top - value * frame.unit));
  const steps: string[] = [];
  for (const step of path) {
    if (step[0] === 'M') steps.push(`${x(step[1])} ${y(step[2])} m`);
    else if (step[0] === 'L') steps.push(`${x(step[1])} ${y(step[2])} l`);
    else if (step[0] === 'Z') steps.push('h');
    else {
      const [, x1, y1, x2, y2, x3, y3] = step;
      steps.push(`${x(x1)} ${y(y1)} ${x(x2)} ${y(y2)} ${x(x3)} ${y(y3)} c`);
    }
  }
  return steps.join('\n');
}

/** The lesser of an outline's width and height, in the path's own units: how thin it is. */
export function thickness(path: Path): number {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const step of path) {
    for (let at = 1; at < step.length; at += 2) {
      left = Math.min(left, step[at] as number);
      right = Math.max(right, step[at] as number);
      top = Math.min(top, step[at + 1] as number);
      bottom = Math.max(bottom, step[at + 1] as number);
    }
  }
  return Math.max(0, Math.min(right - left, bottom - top));
}
