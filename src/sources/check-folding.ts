import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { type FoldState, facesUp, foldFlat } from './fold-flat.js';
import type { Format } from './format.js';

/** Lengths that differ by less are the same, mm. */
const SAME = 0.01;

const millimetres = (value: number): string => `${Math.round(value * 100) / 100} mm`;

/** Folds the piece as its format says: each fold runs between panels, all end up on each other, and the cover lies on top. */
export function checkFolding(format: Format): Finding[] {
  const { fold, folding, sides, locate } = format;
  const said = (problem: string, fix: string): Finding[] => [
    finding('format/folding', locate([folding ? 'folding' : 'fold']), problem, fix),
  ];
  const count = sides[0]?.panels.length ?? 0;
  if (fold === 'none')
    return folding === undefined
      ? []
      : said('fold is "none", and folds are listed', 'take "folding:" out, or name the fold');
  if (count < 2) return [];
  if (fold === 'cross' && folding === undefined)
    return said(
      'fold is "cross", and nothing says how it is folded',
      'list the folds under "folding:" in the order in which they are made',
    );
  const states = foldFlat(format);
  if (states === undefined)
    return said(
      'a fold runs through a panel, or moves none',
      'fold where panels meet: "at" is mm from the left (or the top) of the inside, flat',
    );
  const closed = states.at(-1);
  return closed === undefined ? [] : checkClosed(format, closed, said);
}

function checkClosed(
  { sides, trim, readingOrder }: Format,
  closed: FoldState,
  said: (problem: string, fix: string) => Finding[],
): Finding[] {
  const widest = Math.max(...sides.flatMap(({ panels }) => panels.map(({ width }) => width)));
  const highest = Math.max(...sides.flatMap(({ rows = [trim.height] }) => rows));
  const { layers } = closed;
  const width =
    Math.max(...layers.map((it) => it.x + it.width)) - Math.min(...layers.map(({ x }) => x));
  const height =
    Math.max(...layers.map((it) => it.y + it.height)) - Math.min(...layers.map(({ y }) => y));
  if (width > widest + SAME || height > highest + SAME)
    return said(
      `folded, the piece is ${millimetres(width)} x ${millimetres(height)}, and its largest panel ${millimetres(widest)} x ${millimetres(highest)}`,
      'add the folds that are missing, or set them where panels meet',
    );
  const [top] = facesUp(closed);
  if (top === undefined)
    return said('folded, a side without print is on top', 'fold it so that the cover is on top');
  if (top.name !== readingOrder[0])
    return said(
      `folded, panel ${quoted(top.name)} is on top, and readingOrder begins with ${quoted(readingOrder[0] ?? '')}`,
      'fold it so that the panel that is read first is on top',
    );
  return top.isUpright
    ? []
    : said(`folded, panel ${quoted(top.name)} stands on its head`, 'write "turned: true" on it');
}
