import { expect, test } from 'vitest';
import type { Node, TextNode } from '../../src/compose/blocks.js';
import { composeForm } from '../../src/compose/compose-form.js';
import { context, smallForm } from './small-form.js';

const textsOf = (node: Node): TextNode[] =>
  node.kind === 'box' ? node.children.flatMap(textsOf) : node.kind === 'text' ? [node] : [];

function markersOf(steps: number) {
  const list = Array.from({ length: steps }, (_, index) => `${index + 1}. Step`).join('\n');
  const form = smallForm({
    hbs: '<panel name="front"><div>{{copy.steps}}</div></panel>',
    units: { steps: list },
  });
  const root = composeForm(form, context).value?.panels[0]?.root;
  return (root ? textsOf(root) : []).flatMap(({ marker }) => marker ?? []);
}

test('the numbers of a short list stand at the start, 5 mm before its words', () => {
  const markers = markersOf(9);
  expect(markers).toHaveLength(9);
  for (const { paragraph, width, gap } of markers)
    expect([paragraph.align, width, gap]).toEqual(['start', 5, 0]);
});

test('in a list of ten the full stops stand under one another: numbers end in one line', () => {
  const markers = markersOf(10);
  expect(markers.map(({ paragraph }) => paragraph.runs[0]?.text).slice(8)).toEqual(['9.', '10.']);
  for (const { paragraph, width, gap } of markers)
    expect([paragraph.align, width, gap]).toEqual(['end', 5.5, 1.5]);
});
