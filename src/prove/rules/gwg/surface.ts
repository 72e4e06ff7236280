import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Bounds, Drawn, Ink } from '../../anatomy/drawn.js';
import { isApart } from '../../anatomy/read-notes.js';
import { readPageBoxes } from '../../anatomy/read-page-boxes.js';
import { itemsOf, nameOf } from '../../pdf-values.js';
import type { Breach } from '../rule.js';

/** What a reader gets of each page: its bleed, else its trim, else all of it. Marks lie outside. */
export const surfaceOf = ({ pages }: Anatomy, page: number): Bounds | undefined => {
  const { bleed, trim, art, media } = readPageBoxes(pages[page]);
  return bleed ?? trim ?? art ?? media;
};

/** What is drawn on the product itself and can be seen (GWG 2022, D0003: marks do not count). */
export function onSurface(file: Anatomy): readonly Drawn[] {
  const before = known.get(file);
  const drawn = before ?? drawnOnSurface(file);
  known.set(file, drawn);
  return drawn;
}

const known = new WeakMap<Anatomy, readonly Drawn[]>();

function drawnOnSurface(file: Anatomy): readonly Drawn[] {
  const surfaces = file.pages.map((_, index) => surfaceOf(file, index));
  return file.content.drawn.filter((it) => {
    const surface = surfaces[it.page];
    const isSeen = it.kind !== 'text' || (it.text?.mode !== 3 && it.text?.mode !== 7);
    return (
      isSeen && (surface === undefined || it.kind === 'shading' || !isApart(it.bounds, surface))
    );
  });
}

/** The inks of a Separation or DeviceN by name. */
export function platesOf({ space, object }: Ink): readonly string[] {
  if (space !== 'Separation' && space !== 'DeviceN') return [];
  const [, names] = itemsOf(object);
  const one = nameOf(names);
  return one === undefined ? itemsOf(names).map((it) => nameOf(it) ?? '') : [one];
}

const near = (value: number | undefined, owed: number): boolean =>
  Math.abs((value ?? 0) - owed) < 0.0005;

/** No ink at all: CMYK of four zeros, a spot of none, a grey of one (GWG 2022). */
export function isWhite({ space, values }: Ink): boolean {
  // A picture's inks stand in its pixels.
  if (values.length === 0) return false;
  if (space === 'DeviceCMYK') return values.every((it) => near(it, 0));
  if (space === 'DeviceGray') return near(values[0], 1);
  return (space === 'Separation' || space === 'DeviceN') && values.every((it) => near(it, 0));
}

/** All of the black ink and no other, opaque (GWG 2022, D0013 to D0015). */
export function isBlack(ink: Ink, blend: string): boolean {
  if (ink.alpha < 1 || blend !== 'Normal') return false;
  const { space, values } = ink;
  if (space === 'DeviceGray') return near(values[0], 0);
  if (space === 'Separation') return platesOf(ink)[0] === 'Black' && near(values[0], 1);
  const [c, m, y, k] = values;
  return space === 'DeviceCMYK' && near(c, 0) && near(m, 0) && near(y, 0) && near(k, 1);
}

/** How many plates an ink prints on; one that means all of them counts as four. */
export function plateCount(ink: Ink): number {
  if (ink.space === 'DeviceGray') return 1;
  if (platesOf(ink).includes('All')) return 4;
  return ink.values.filter((it) => !near(it, 0)).length;
}

export const inksOf = ({ fill, stroke }: Drawn): readonly Ink[] =>
  [fill, stroke].filter((it) => it !== undefined);

/** Text on the product that can be seen. */
export const textsOn = (file: Anatomy): readonly Drawn[] =>
  onSurface(file).filter(({ kind }) => kind === 'text');

/** Lines on the product: strokes, and filled rectangles so thin that they are lines (GWG 2022, I00004). */
export const linesOn = (file: Anatomy): readonly Drawn[] =>
  onSurface(file).filter(({ kind, line }) => kind === 'path' && line !== undefined);

/** A breach for the first of several like things of each page, with how many more there are. */
export function firstOfPage(
  drawn: readonly Drawn[],
  problemOf: (first: Drawn) => string,
): readonly Breach[] {
  const byPage = new Map<number, Drawn[]>();
  for (const it of drawn) byPage.set(it.page, [...(byPage.get(it.page) ?? []), it]);
  return [...byPage].flatMap(([page, those]) => {
    const [first] = those;
    if (first === undefined) return [];
    const more = those.length > 1 ? `; and so ${those.length - 1} more` : '';
    return [{ page, problem: `${problemOf(first)}${more}` }];
  });
}

/** What a string says, for a finding; empty where the file does not say it. */
export const wordsOf = ({ text }: Drawn): string =>
  (text?.codes ?? []).map((code) => text?.font?.unicodeOf(code) ?? '').join('');
