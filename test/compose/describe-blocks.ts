import type { ComposedForm, Node, Paragraph } from '../../src/compose/blocks.js';

const words = ({ role, runs }: Paragraph): string =>
  `${role}: ${runs.map(({ text, isolate }) => (isolate ? `<${text}>` : text)).join('')}`;

/** What stands on a form's panels, a line a block: isolated runs in <…>. */
export function describeBlocks(form: ComposedForm | undefined): string {
  const lines: string[] = [];
  const add = (node: Node, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (node.kind === 'text') {
      const marker = node.marker ? `[${node.marker.paragraph.runs[0]?.text}] ` : '';
      lines.push(`${indent}${marker}${words(node.paragraph)}`);
    } else if (node.kind === 'code') lines.push(`${indent}code ${node.size} mm: ${node.target}`);
    else if (node.kind === 'art') lines.push(`${indent}${node.role}: ${node.art.file}`);
    else if (node.kind === 'picture') lines.push(`${indent}picture: ${node.picture.file}`);
    else if (node.kind === 'slot')
      lines.push(`${indent}slot ${node.field}: ${node.values.join(', ')}`);
    else {
      lines.push(`${indent}${node.tag} (${node.style.direction})`);
      for (const child of node.children) add(child, depth + 1);
    }
  };
  for (const { name, root } of form?.panels ?? []) {
    lines.push(name);
    add(root, 1);
  }
  return lines.join('\n');
}
