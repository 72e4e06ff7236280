import type { InlineRun, Paragraph, TextStyle } from '../compose/blocks.js';
import type { Assigned } from './assign-faces.js';
import type { Item } from './prepared-paragraph.js';
import { scriptOf } from './script-of.js';
import { type ShapedText, shapeText } from './shape-text.js';

/** The run that each UTF-16 unit of a paragraph stands in. */
export interface Runs {
  at(index: number): InlineRun;
  number(index: number): number;
}

/** A paragraph on its way to being prepared. */
export interface Whole {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly runs: Runs;
  readonly letters: readonly number[];
  readonly assigned: readonly Assigned[];
  readonly store: Map<string, ShapedText>;
}

interface Draft {
  start: number;
  level: number;
  assigned: Assigned;
  style: TextStyle;
  script: string;
  tabular: boolean;
}

const sameStyle = (a: TextStyle, b: TextStyle): boolean =>
  a === b || (a.family === b.family && a.weight === b.weight && a.size === b.size && sameInk(a, b));

const sameInk = ({ ink: a }: TextStyle, { ink: b }: TextStyle): boolean =>
  a === b || (a.token === b.token && a.spot?.tint === b.spot?.tint);

const isNumber = (run: InlineRun): boolean => run.isolate && !/\p{L}/u.test(run.text);

/** Cuts a segment where face, style, script or level changes, and shapes the pieces. */
export function itemise(whole: Whole, start: number, end: number, levels: Uint8Array): Item[] {
  const { letters, assigned, runs, text, paragraph } = whole;
  const items: Item[] = [];
  let draft: Draft | undefined;
  const close = (at: number) => {
    if (draft !== undefined) items.push(shapeItem(whole, draft, at, start, end));
  };
  for (let index = firstAtOrAfter(letters, start); (letters[index] ?? end) < end; index += 1) {
    const at = letters[index] ?? end;
    const how = assigned[index];
    if (how === undefined) break;
    const run = runs.at(at);
    const level = levels[at - start] ?? 0;
    const script = scriptOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
    const tabular = paragraph.role === 'number' || isNumber(run);
    if (
      draft !== undefined &&
      draft.level === level &&
      draft.assigned.face.face === how.face.face &&
      draft.tabular === tabular &&
      sameStyle(draft.style, run.style) &&
      (script === draft.script || script === 'Zyyy' || draft.script === 'Zyyy')
    ) {
      if (draft.script === 'Zyyy') draft.script = script;
      continue;
    }
    close(at);
    draft = { start: at, level, assigned: how, style: run.style, script, tabular };
  }
  close(end);
  return items;
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shapeItem(whole: Whole, draft: Draft, end: number, from: number, to: number): Item {
  const { start, level, style, tabular, assigned } = draft;
  const { scale, face } = assigned.face;
  const script = draft.script === 'Zyyy' || draft.script === 'Zzzz' ? undefined : draft.script;
  const item = { start, end, level, face: assigned.face, style, script, tabular };
  const shaped = shapeSlice(whole, item, start, end, from, to);
  return { ...item, unit: (style.size * scale) / face.unitsPerEm, shaped };
}

/** HarfBuzz looks at no more than this many units on each side. */
const CONTEXT = 5;

/** Shapes part of an item; `from` and `to` bound what it may see of its neighbours: its line. */
export function shapeSlice(
  whole: Pick<Whole, 'paragraph' | 'text' | 'store'>,
  item: Pick<Item, 'face' | 'script' | 'level' | 'tabular'>,
  start: number,
  end: number,
  from: number,
  to: number,
): ShapedText {
  const { text, paragraph, store } = whole;
  return shapeText(
    {
      face: item.face.face,
      text: text.slice(start, end).replaceAll('\t', ' '),
      before: text.slice(Math.max(from, start - CONTEXT), start),
      after: text.slice(end, Math.min(to, end + CONTEXT)),
      direction: item.level % 2 === 1 ? 'rtl' : 'ltr',
      script: item.script,
      lang: paragraph.lang,
      tabular: item.tabular,
    },
    store,
  );
}
