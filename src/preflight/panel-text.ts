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

const longestOf = new WeakMap<readonly string[], string>();

/** The forms of a run share their lists of values, which may be long: each list is read once. */
export function longest(values: readonly string[]): string {
  const known = longestOf.get(values);
  if (known !== undefined) return known;
  const made = values.reduce((most, value) => (value.length > most.length ? value : most), '');
  longestOf.set(values, made);
  return made;
}
