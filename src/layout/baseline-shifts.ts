import type { Node } from '../compose/blocks.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { slotValue } from './slot-value.js';

/**
 * The top margins, mm, with which the texts and slots of a row stand on one line, in the order of the row.
 * Faces differ in where their letters stand in a line height: Nastaliq high, Latin low.
 */
export function baselineShifts(row: readonly Node[], typesetter: Typesetter): readonly number[] {
  const depths = row.map((node) => {
    const line = firstBaseline(node, typesetter);
    return line === undefined ? undefined : node.style.margin.top + node.style.padding.top + line;
  });
  const deepest = Math.max(0, ...depths.filter((it) => it !== undefined));
  return row.map(({ style }, index) => {
    const depth = depths[index];
    return style.margin.top + (depth === undefined ? 0 : deepest - depth);
  });
}

/** From the top of a text or slot to the line that its first letters stand on, mm. */
export function firstBaseline(node: Node, typesetter: Typesetter): number | undefined {
  const text = node.kind === 'text' ? node.paragraph : undefined;
  const value = node.kind === 'slot' ? slotValue(node, node.values[0] ?? '') : undefined;
  const paragraph = text ?? value;
  if (paragraph === undefined) return undefined;
  return typesetter.set(paragraph, Number.POSITIVE_INFINITY).lines[0]?.baseline;
}
