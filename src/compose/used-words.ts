import type { UsedWords } from '../approval/check-approval.js';
import type { ComposedForm, Node, Paragraph } from './blocks.js';

/** What a form prints of its deck and the register, added to what other forms of the deck print. */
export function usedWords({ panels }: ComposedForm, before?: UsedWords): UsedWords {
  const units = new Set(before?.units);
  const contacts = new Set(before?.contacts);
  const addRuns = (runs: Paragraph['runs']): void => {
    for (const { origin } of runs)
      if (origin.kind === 'unit') units.add(origin.key);
      else if (origin.kind === 'contact') contacts.add(origin.ref);
  };
  const add = (node: Node): void => {
    if (node.kind === 'box') for (const child of node.children) add(child);
    else if (node.kind === 'text') addRuns(node.paragraph.runs);
    else if (node.kind === 'picture') addRuns(node.alt);
    else if (node.kind === 'code') contacts.add(node.contact);
  };
  for (const { root } of panels) add(root);
  return { units, contacts };
}
