import { describe, expect, test } from 'vitest';
import type { SlotNode } from '../../src/compose/blocks.js';
import { measureValues, valueWidth } from '../../src/layout/measured-value.js';
import type { Typesetter } from '../../src/typeset/typesetter.js';
import { english, typesetter } from '../typeset/house.js';
import { slot } from './builders.js';

/** A catalogue of a thousand names of which each stands alone, two that are set as paragraphs are, of letters that no font has. */
const NAMES = [
  ...Array.from({ length: 1000 }, (_, at) => `Model ${String(at).padStart(6, '0')}`),
  '小米 7',
  'Model 丏',
];

/** A typesetter that tells which values it set as paragraphs. */
async function listening(): Promise<{ readonly setter: Typesetter; readonly measured: string[] }> {
  const setter = await typesetter(english);
  const measured: string[] = [];
  const measure: Typesetter['measure'] = (paragraph, width) => {
    measured.push(paragraph.runs.map(({ text }) => text).join(''));
    return setter.measure(paragraph, width);
  };
  return { setter: { ...setter, measure }, measured };
}

/** One slot of a template in many forms: each has a node of its own, and all share the catalogue's list. */
function nodes(count: number, values: readonly string[]): SlotNode[] {
  const it = slot(values);
  return Array.from({ length: count }, () => ({ ...it, values }));
}

describe('the values of a slot', () => {
  test('are measured once, whatever number of forms has the slot', async () => {
    const { setter, measured } = await listening();
    for (const node of nodes(20, NAMES)) measureValues(node, setter);
    expect(measured).toEqual(['小米 7', 'Model 丏']);
  });

  test('are as wide as each is alone, and the widest fixes the box', async () => {
    const { setter } = await listening();
    const [node] = nodes(1, NAMES);
    if (node === undefined) throw new Error('no slot');
    const widths = NAMES.map((name) => valueWidth(node, name, setter));
    expect(measureValues(node, setter).widest).toBe(Math.max(...widths));
  });

  test('with letters that no font has are told, and no others', async () => {
    const { setter } = await listening();
    const [node] = nodes(1, NAMES);
    if (node === undefined) throw new Error('no slot');
    const { faulty } = measureValues(node, setter);
    expect([...faulty.keys()]).toEqual(['小米 7', 'Model 丏']);
    expect(faulty.get('Model 丏')?.map(({ code }) => code)).toEqual(['text/no-glyph']);
  });
});
