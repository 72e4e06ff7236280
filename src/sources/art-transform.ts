import { quoted } from '../diagnostics/quoted.js';
import { concat, type Matrix } from '../units/matrix.js';
import type { ArtFindings } from './art-findings.js';

const STEP = /^\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*,?/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function rotation(degrees: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

/** One step of a transform, or nothing where its name or its count of numbers is none of SVG's. */
function stepMatrix(name: string, n: readonly number[]): Matrix | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
  switch (`${name} ${n.length}`) {
    case 'matrix 6':
      return [a, b, c, d, e, f];
    case 'translate 1':
    case 'translate 2':
      return [1, 0, 0, 1, a, b];
    case 'scale 1':
      return [a, 0, 0, a, 0, 0];
    case 'scale 2':
      return [a, 0, 0, b, 0, 0];
    case 'rotate 1':
    case 'rotate 3':
      return rotation(a, b, c);
    case 'skewX 1':
      return [1, 0, Math.tan(radians(a)), 1, 0, 0];
    case 'skewY 1':
      return [1, Math.tan(radians(a)), 0, 1, 0, 0];
    default:
      return undefined;
  }
}

/** The place of an element's units on the drawing: its parent's, turned and scaled by its own `transform`. */
export function readTransform(
  written: string | undefined,
  parent: Matrix,
  line: number,
  found: ArtFindings,
): Matrix {
  let rest = (written ?? '').trim();
  let matrix = parent;
  while (rest !== '' && rest !== 'none') {
    const step = STEP.exec(rest);
    const parts = (step?.[2] ?? '').trim().split(/\s*,\s*|\s+/);
    const own =
      step !== null && parts.every((it) => NUMBER.test(it))
        ? stepMatrix(step[1] ?? '', parts.map(Number))
        : undefined;
    if (step === null || own === undefined) {
      found.add('art/value', line, `transform ${rest}`, {
        problem: `transform is ${quoted(written ?? '')}`,
        fix: 'write matrix, translate, scale, rotate, skewX or skewY with plain numbers; or move the points themselves',
      });
      return parent;
    }
    matrix = concat(own, matrix);
    rest = rest.slice(step[0].length).trim();
  }
  return matrix;
}
