import { finding } from '../../diagnostics/finding.js';
import { panelDie } from '../../layout/die-lines.js';
import type { DieKind } from '../../sources/die-step.js';
import type { Box } from '../../units/box.js';
import { codeItems } from '../code-items.js';
import { strokeTouches } from '../drawn-shape.js';
import { codeBox, lineBoxes } from '../item-ink.js';
import { itemName } from '../item-name.js';
import { textItems } from '../panel-text.js';
import type { PanelSubject, Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** What rounding may hide, mm. */
const TOLERANCE = 0.1;

/** Steps that take paper away or break it; a fold's own distance is the panel's live area. */
const BREAKS: ReadonlySet<DieKind> = new Set(['cut', 'drill', 'perforate', 'crease']);

const STEP_WORDS: Readonly<Record<DieKind, string>> = {
  cut: 'cut',
  crease: 'crease',
  fold: 'fold',
  perforate: 'perforation',
  drill: 'hole',
  glue: 'glue',
};

/** Words, codes and logos where the die cuts, or so near that a sheet which shifts loses a part of them. */
export const dieLine: Rule = {
  id: 'LF-DIE-LINE',
  source: 'the format',
  check: (subject) => {
    const lines = panelDie(subject.form.format, subject.side, subject.panel.name);
    const near = subject.form.format.live.fromTrim - TOLERANCE;
    return lines
      .filter(({ step }) => BREAKS.has(step))
      .flatMap(({ step, path }) =>
        standing(subject)
          .filter(({ box }) => strokeTouches(path, 2 * near, box))
          .map(({ name, place }) =>
            finding(
              'preflight/die-line',
              place,
              `${name} stands less than ${inMm(near + TOLERANCE)} from the ${STEP_WORDS[step]}`,
              'move it away from the line, or make it smaller',
            ),
          ),
      );
  },
};

function standing({ panel }: PanelSubject) {
  const of = (boxes: readonly Box[], item: Parameters<typeof itemName>[0]) =>
    boxes.map((box) => ({ box, name: itemName(item), place: item.place }));
  const logos = panel.items.filter((item) => item.kind === 'art' && item.role === 'logo');
  return [
    ...textItems(panel.items).flatMap((item) => of(lineBoxes(item), item)),
    ...codeItems(panel).flatMap((item) => of([codeBox(item)], item)),
    ...logos.flatMap((item) => ('box' in item ? of([item.box], item) : [])),
  ];
}
