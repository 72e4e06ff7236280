import type { BoxNode, Node, TextNode } from '../compose/blocks.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from './sentence.js';

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3']);

const isHeading = (node: Node): node is TextNode =>
  node.kind === 'text' && HEADINGS.has(node.paragraph.role);

/** What stands on a panel, in its order, boxes apart. A drawing says nothing that a heading could be of. */
const contents = (node: Node): Node[] =>
  node.kind === 'box'
    ? node.children.flatMap(contents)
    : node.kind === 'art' || node.kind === 'picture'
      ? []
      : [node];

/**
 * A heading that is the last thing on its panel, below other copy: what it is of stands on no panel, or on the next.
 * Copy never flows from panel to panel, so a heading that has something after it has it right below. A panel that is
 * nothing but a heading, such as a cover, is none of this.
 */
export function headingAlone(root: BoxNode, panel: string): readonly Finding[] {
  const all = contents(root);
  const last = all.at(-1);
  if (last === undefined || !isHeading(last) || all.every(isHeading)) return [];
  const words = last.paragraph.runs.map(({ text }) => text).join('');
  return [
    finding(
      'layout/heading-alone',
      last.place,
      `the heading ${quoted(words)} is the last thing on its panel`,
      'put what it is the heading of beneath it, or take the heading out',
      { panel, sentence: words },
    ),
  ];
}
