import type { TextRole, TextStyle } from '../compose/blocks.js';
import type { Place } from '../diagnostics/finding.js';
import type { LaidOutPanel, TextItem } from '../layout/laid-out.js';
import type { Ink } from '../units/ink.js';

/** Words of one look on a panel: a run of copy, or a record slot. */
export interface PanelWords {
  readonly words: string;
  readonly role: TextRole | 'marker' | 'notice';
  readonly style: TextStyle;
  readonly ground: Ink;
  readonly place: Place;
}

/** Every run of text on a panel, and every slot by its longest value. */
export function panelWords({ items, slots }: LaidOutPanel): readonly PanelWords[] {
  const runs = textItems(items).flatMap(({ text, role, ground }) =>
    text.paragraph.runs
      .filter((run) => run.text.trim() !== '')
      .map(({ text: words, style, place }) => ({ words, role, style, ground, place })),
  );
  const values = slots.map(({ node, ground }) => ({
    words: longest(node.values),
    role: node.text.role,
    style: node.text.style,
    ground,
    place: node.place,
  }));
  return [...runs, ...values];
}

/** The set paragraphs of a panel. */
export const textItems = (items: LaidOutPanel['items']): readonly TextItem[] =>
  items.filter((item) => item.kind === 'text');

export const longest = (values: readonly string[]): string =>
  values.reduce((most, value) => (value.length > most.length ? value : most), '');
