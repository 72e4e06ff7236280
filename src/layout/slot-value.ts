import type { Paragraph, SlotNode } from '../compose/blocks.js';

/** A record's own value as text in its slot's style: one piece, left to right, never broken across lines. */
export function slotValue(node: SlotNode, value: string): Paragraph {
  const { style, ...text } = node.text;
  return {
    ...text,
    kind: 'paragraph',
    runs: [
      {
        text: value,
        style,
        origin: { kind: 'field', path: node.field },
        isolate: true,
        place: node.place,
      },
    ],
  };
}
