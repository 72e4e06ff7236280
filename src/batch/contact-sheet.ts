import type { Typesetter } from '../typeset/typesetter.js';
import { caption } from './caption.js';
import { collage, type Drawn, fromPng, loadSharp, type Pixels, toPng } from './picture.js';

/** How many forms a sheet shows; more get a second sheet. */
export const MOST_ON_A_SHEET = 60;

/** Columns of a full sheet, and pixels: 6 columns make 3,936, which every viewer of pictures can show. */
const MOST_COLUMNS = 6;
const THUMB = { width: 616, height: 720 };
const GAP = 34;
/** A form's id, and under it the phones that it goes with. */
const CAPTION = { first: 25, second: 20, height: 66 };

/** A form's picture as a contact sheet shows it. */
export interface Thumb {
  readonly id: string;
  /** Such as `Apple iPhone 17 and 4 more`. */
  readonly phones: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Makes a form's picture small enough for the sheet. */
export async function makeThumb(
  name: Pick<Thumb, 'id' | 'phones'>,
  { width, height, data: pixels }: Pixels,
): Promise<Thumb> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ ...THUMB, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { ...name, png: data, width: info.width, height: info.height };
}

/** All forms on one picture, in rows, each with its id, in the order of the plan. */
export async function contactSheet(
  thumbs: readonly Thumb[],
  typesetter: Typesetter,
): Promise<Uint8Array> {
  const columns = Math.min(MOST_COLUMNS, Math.max(2, Math.ceil(Math.sqrt(thumbs.length))));
  const rows = inRows(thumbs, columns);
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const tops = heights.map((_, index) => GAP + sum(heights.slice(0, index)) + index * BETWEEN);
  const placed = rows.flatMap((row, index) =>
    row.map((thumb, column) => ({
      thumb,
      left: GAP + column * (THUMB.width + GAP),
      top: tops[index] ?? 0,
      below: (tops[index] ?? 0) + (heights[index] ?? 0),
    })),
  );
  const parts = placed.map(async ({ thumb, left, below }) => ({
    ...(await fromPng(thumb.png)),
    left,
    top: below - thumb.height,
  }));
  const sheet = await collage({
    width: GAP + columns * (THUMB.width + GAP),
    height: GAP + sum(heights) + rows.length * BETWEEN,
    parts: await Promise.all(parts),
    drawn: placed.flatMap(({ thumb, left, below }) => captions(thumb, left, below + 8, typesetter)),
  });
  return toPng(sheet);
}

const BETWEEN = CAPTION.height + GAP;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function inRows<T>(items: readonly T[], columns: number): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < items.length; at += columns) rows.push(items.slice(at, at + columns));
  return rows;
}

function captions(
  { id, phones }: Thumb,
  x: number,
  y: number,
  typesetter: Typesetter,
): readonly Drawn[] {
  const { first, second } = CAPTION;
  const { width } = THUMB;
  const below = { x, y: y + first * 1.3, size: second, width };
  return [
    caption(id, { x, y, size: first, width }, typesetter),
    caption(phones, below, typesetter),
  ];
}
