import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Path, PathStep } from '../units/path.js';
import { mapPath } from './map-path.js';

/** The outlines of a set paragraph's letters, mm from its top left, y downwards. */
export function glyphPath(text: SetParagraph): Path {
  return text.lines.flatMap((line) =>
    line.runs.flatMap((run) => {
      const scale = run.size / run.face.unitsPerEm;
      let pen = line.x + run.x;
      return run.glyphs.flatMap((glyph) => {
        const x = pen + glyph.dx;
        const y = line.baseline - glyph.dy;
        pen += glyph.advance;
        return outline(run.face.outlineOf(glyph.id), scale, x, y);
      });
    }),
  );
}

/** One step of a glyph's outline as a face gives it: a letter and its numbers, all from the origin. */
const STEP = /([MLHVQCZ])([^MLHVQCZ]*)/gu;

const NUMBER = /-?\d*\.?\d+(?:e[-+]?\d+)?/giu;

/** SVG path data in font units, y upwards, to steps in mm. Quadratic curves become cubic ones. */
function outline(data: string, scale: number, x: number, y: number): PathStep[] {
  const steps: PathStep[] = [];
  let [penX, penY] = [0, 0];
  for (const [, name = 'Z', numbers = ''] of data.matchAll(STEP)) {
    const at = (numbers.match(NUMBER) ?? []).map(Number);
    const step = toStep(name, at, penX, penY);
    steps.push(placed(step, scale, x, y));
    if (step[0] !== 'Z') [penX, penY] = [step.at(-2) as number, step.at(-1) as number];
  }
  return steps;
}

function toStep(name: string, at: readonly number[], penX: number, penY: number): PathStep {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
  if (name === 'M' || name === 'L') return [name, a, b];
  if (name === 'H') return ['L', a, penY];
  if (name === 'V') return ['L', penX, a];
  if (name === 'C') return ['C', a, b, c, d, e, f];
  if (name !== 'Q') return ['Z'];
  const toward = (from: number, handle: number) => from + (2 / 3) * (handle - from);
  return ['C', toward(penX, a), toward(penY, b), toward(c, a), toward(d, b), c, d];
}

const placed = (step: PathStep, scale: number, x: number, y: number): PathStep =>
  mapPath([step], (fontX, fontY) => [x + fontX * scale, y - fontY * scale])[0] ?? ['Z'];
