import type { Box } from '../units/box.js';
import type { ReadWord } from './gather-words.js';
import { spoken } from './spoken.js';

/** A line or value that stands at a known place beside the panels' own words. mm from the trim's top left. */
export interface LooseText {
  readonly words: readonly string[];
  /** Where its words must lie: their middle within it. */
  readonly box: Box;
}

/** A page's words, each with the part of the side that it belongs to. */
export interface SortedWords {
  /** Words of each loose text, in painting order. */
  readonly loose: readonly (readonly ReadWord[])[];
  /** Words of each panel, in painting order. */
  readonly panels: readonly (readonly ReadWord[])[];
  /** Outside what is cut out: the slug. */
  readonly outside: readonly ReadWord[];
}

/** The part of a side that a panel takes, mm from the trim's top left; as high as the side where nothing says otherwise. */
export interface PanelArea {
  readonly x: number;
  readonly width: number;
  readonly y?: number | undefined;
  readonly height?: number | undefined;
}

/** Sorts a page's words by place: into slots and notices, panels, and the slug outside the trim and bleed. */
export function matchSide(
  words: readonly ReadWord[],
  side: {
    readonly loose: readonly LooseText[];
    readonly panels: readonly PanelArea[];
    readonly height: number;
    readonly bleed: number;
  },
): SortedWords {
  const loose = side.loose.map((): ReadWord[] => []);
  const panels = side.panels.map((): ReadWord[] => []);
  const outside: ReadWord[] = [];
  const width = side.panels.reduce((most, panel) => Math.max(most, panel.x + panel.width), 0);
  const paper = {
    x: -side.bleed,
    y: -side.bleed,
    width: width + 2 * side.bleed,
    height: side.height + 2 * side.bleed,
  };
  for (const word of words) {
    const slot = looseOf(word, side.loose, loose);
    if (slot !== undefined) slot.push(word);
    else if (!holds(paper, word)) outside.push(word);
    else panels[panelOf(word, side.panels)]?.push(word);
  }
  return { loose, panels, outside };
}

/** The place for a word: a loose text that still owes this very word first, else one whose box it lies in. */
function looseOf(
  word: ReadWord,
  texts: readonly LooseText[],
  taken: ReadWord[][],
): ReadWord[] | undefined {
  const near = texts.map((text, at) => ({ text, at })).filter(({ text }) => holds(text.box, word));
  const owing = near.find(({ text, at }) => {
    const next = text.words[taken[at]?.length ?? 0];
    return next !== undefined && spoken(next) === word.text;
  });
  const open = near.find(({ text, at }) => (taken[at]?.length ?? 0) < text.words.length);
  const best = owing ?? open ?? near[0];
  return best === undefined ? undefined : taken[best.at];
}

/** The middle of a word and its baseline within a box. */
const holds = (box: Box, { x0, x1, y }: ReadWord): boolean => {
  const x = (x0 + x1) / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
};

function panelOf({ x0, x1, y }: ReadWord, panels: readonly PanelArea[]): number {
  const x = (x0 + x1) / 2;
  const at = panels.findIndex(
    (panel) => x >= panel.x && x < panel.x + panel.width && isInRow(panel, y),
  );
  if (at >= 0) return at;
  const row = panels.filter((panel) => isInRow(panel, y));
  const nearest = x < 0 ? row[0] : row.at(-1);
  if (nearest !== undefined) return panels.indexOf(nearest);
  return x < 0 ? 0 : panels.length - 1;
}

const isInRow = ({ y = 0, height = Number.POSITIVE_INFINITY }: PanelArea, at: number): boolean =>
  (y === 0 || at >= y) && at < y + height;
