import { canEncode } from '../codes/qr-symbol.js';
import type { Node } from '../compose/blocks.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { measureValues } from './measured-value.js';
import { quoted } from './sentence.js';

/** What is wrong with a node wherever it comes to stand: characters no font has, a code that cannot be made. */
export function nodeFaults(node: Node, panel: string, typesetter: Typesetter): readonly Finding[] {
  switch (node.kind) {
    case 'text': {
      const marker = node.marker === undefined ? [] : typesetter.check(node.marker.paragraph);
      return [...marker, ...typesetter.check(node.paragraph)];
    }
    case 'slot':
      return [...measureValues(node, typesetter).faulty.values()].flat();
    case 'code':
      return canEncode(node.target)
        ? []
        : [
            finding(
              'layout/code-target',
              node.place,
              `the QR code for "${node.contact}" has the target ${quoted(node.target)}, which no QR code can hold`,
              'give the contact an address of 1 to 100 characters',
              { panel },
            ),
          ];
    case 'art':
    case 'picture':
      return [];
    case 'box':
      return node.children.flatMap((child) => nodeFaults(child, panel, typesetter));
  }
}
