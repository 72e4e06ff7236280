import { beforeAll, describe, expect, test } from 'vitest';
import type { BoxStyle, Node } from '../../src/compose/blocks.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import { box, composed, edges, mm, panel, paragraph, row, text } from './builders.js';
import { fakeTypesetter } from './fake-typesetter.js';

beforeAll(loadBoxes);

const STEP = 5;

const onGrid = (words: string, over: Partial<BoxStyle> = {}): Node => ({
  ...text(words, over),
  paragraph: paragraph(words, { grid: STEP }),
});

/** The first lines of the texts of a card, in mm from its top. */
function linesOf(children: readonly Node[]) {
  const form = composed([panel('front', children, { padding: edges(8) })]);
  const { value, findings } = layOutForm(form, fakeTypesetter(), {
    demonstration: false,
    draft: false,
  });
  expect(findings).toEqual([]);
  return (value?.sides[0]?.panels[0]?.panel.items ?? []).flatMap((item) =>
    item.kind === 'text' ? [item.y + (item.text.lines[0]?.baseline ?? 0)] : [],
  );
}

const offGrid = (lines: readonly number[]) =>
  lines.filter((it) => Math.abs(it / STEP - Math.round(it / STEP)) * STEP > 0.01);

describe('a baseline grid', () => {
  test('takes every text of a column to the next step, and what follows with it', () => {
    const space = { margin: { ...edges(0), bottom: 1.7 } };
    const plain = linesOf([text('One', space), text('Two', space), text('Three')]);
    const lines = linesOf([onGrid('One', space), onGrid('Two', space), onGrid('Three')]);
    expect(offGrid(plain)).not.toEqual([]);
    expect(offGrid(lines)).toEqual([]);
    for (const [index, line] of lines.entries()) {
      expect(line).toBeGreaterThanOrEqual(plain[index] ?? 0);
      expect(line - (plain[index] ?? 0)).toBeLessThan((index + 1) * STEP);
    }
  });

  test('holds at a panel’s foot, in boxes with a ground, in rows and in the middle of a box', () => {
    const foot = box([box([onGrid('Help')], { padding: edges(3) })], { grow: 1, justify: 'end' });
    const middle = box([onGrid('Middle')], { height: mm(23), justify: 'center' });
    const lines = linesOf([
      onGrid('Head', { margin: { ...edges(0), bottom: 2.3 } }),
      row([onGrid('Left', { padding: edges(1.1) }), onGrid('Right')]),
      row([onGrid('Centred'), box([], { height: mm(13) })], { align: 'center' }),
      middle,
      foot,
    ]);
    expect(lines).toHaveLength(6);
    expect(offGrid(lines)).toEqual([]);
    // The foot stays at the foot: no more than a step above where it would stand.
    expect(lines.at(-1)).toBeGreaterThan(210 - 8 - 3 - 5 - STEP);
  });

  test('leaves alone what does not ask for it', () => {
    const [free, held] = linesOf([text('Free', { margin: edges(0.3) }), onGrid('Held')]);
    expect(offGrid([free ?? 0])).toHaveLength(1);
    expect(offGrid([held ?? 0])).toEqual([]);
  });
});
