import type { Form } from '../plan/plan.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Box } from '../units/box.js';
import { BLACK, type Ink, PAPER } from '../units/ink.js';
import { fromPt } from '../units/length.js';
import { boxPath } from './box-path.js';
import type { PanelItem, PlacedPanel, TextItem } from './laid-out.js';
import { onPanel } from './placed-box.js';
import { precise } from './precise.js';
import { toolLine } from './tool-line.js';

/** The words that mark a piece as not for a reader. */
const NOTICE = 'Demonstration copy, not for distribution';

/** The least type of safeleaf, as for an imprint. */
const SIZE = fromPt(7);

/** From the trim's left edge, mm: our choice, the margin of the shipped pieces. */
const LEFT = 8;

/** The same on a tag or a seal, whose margins are narrower. */
const LEFT_NARROW = 5;

/** A side so narrow is a tag or a seal, mm. */
const NARROW = 80;

/** From the baseline to the trim's lower edge, mm: under the copy, clear of a cut that wanders by 2 mm. */
const ABOVE_TRIM = 5.9;

/** Paper round the words where they stand on a printed ground, mm. */
const PATCH = 0.8;

/** The notice for one side of a demonstration piece, in the margin under its copy; on a strip of paper where the ground is printed. */
export function demonstrationNotice(
  form: Form,
  panels: readonly PlacedPanel[],
  typesetter: Typesetter,
  { width, height }: { readonly width: number; readonly height: number } = form.format.trim,
): PanelItem[] {
  const place = { file: form.format.file };
  const paragraph = toolLine({
    field: 'tool.demonstration',
    text: NOTICE,
    size: SIZE,
    weight: 400,
    ink: BLACK,
    place,
  });
  const left = width < NARROW ? LEFT_NARROW : LEFT;
  const text = typesetter.set(paragraph, width - 2 * left);
  const y = precise(height - ABOVE_TRIM - (text.lines.at(-1)?.baseline ?? 0));
  const notice: TextItem = {
    kind: 'text',
    role: 'notice',
    x: left,
    y,
    text,
    ground: PAPER,
    place,
  };
  const strip = {
    x: left - PATCH,
    y: precise(y - PATCH / 2),
    width: precise(text.width + 2 * PATCH),
    height: precise(text.height + PATCH),
  };
  if (!isPrinted(strip, panels)) return [notice];
  return [{ kind: 'fill', path: boxPath(strip), ink: PAPER, rule: 'nonzero', place }, notice];
}

const isInked = ({ cmyk }: Ink): boolean => cmyk.some((share) => share > 0);

/** Whether any printed ground lies under a box of the side. */
function isPrinted(box: Box, panels: readonly PlacedPanel[]): boolean {
  return panels.some((placed) =>
    placed.panel.items.some((item) => {
      if (item.kind !== 'fill' || !isInked(item.ink)) return false;
      const xs = item.path.flatMap((step) => (step[0] === 'Z' ? [] : [step.at(-2) as number]));
      const ys = item.path.flatMap((step) => (step[0] === 'Z' ? [] : [step.at(-1) as number]));
      const under = onPanel(placed, box);
      return (
        Math.min(...xs) < under.x + under.width &&
        Math.max(...xs) > under.x &&
        Math.min(...ys) < under.y + under.height &&
        Math.max(...ys) > under.y
      );
    }),
  );
}
