import type { LaidOutForm } from '../layout/laid-out.js';
import type { ColourPage } from '../prove/paint-pages.js';
import { caption } from './caption.js';
import { collage, type Drawn, type Pixels } from './picture.js';

/** Dots an inch: a leaflet is about its own size on an ordinary screen, and its small print can be read. */
export const PICTURE_DPI = 110;
const PIXELS_PER_MM = PICTURE_DPI / 25.4;

/** Ground round the paper, mm. */
const MARGIN = 7;
/** The name of a side stands in the margin above it, mm. */
const CAPTION = { above: 5.4, size: 3 };
/** A fold is shown by a mark above and under the paper, mm. */
const FOLD_MARK = { from: 0.8, to: 3.2, width: 0.3 };

const px = (mm: number): number => Math.round(mm * PIXELS_PER_MM);

/** A form as a person would hold it: cut to its trim, its sides one under the other, folds marked outside. */
export async function formPicture(
  { form, sides, typesetter }: LaidOutForm,
  pages: readonly ColourPage[],
): Promise<Pixels> {
  const { width, height } = form.format.trim;
  const step = height + MARGIN;
  const parts = pages.map((page, index) => ({
    ...cutToTrim(page, width, height),
    left: px(MARGIN),
    top: px(MARGIN + index * step),
  }));
  const drawn = sides.flatMap(({ name, panels }, index) => {
    const top = MARGIN + index * step;
    const folds = panels.slice(1).map(({ x }) => MARGIN + x);
    const place = { x: px(MARGIN), y: px(top - CAPTION.above), width: px(width) };
    return [
      caption(name, { ...place, size: px(CAPTION.size) }, typesetter),
      ...folds.flatMap((x) => foldMarks(x, top, height)),
    ];
  });
  return collage({
    width: px(width + 2 * MARGIN),
    height: px(MARGIN + sides.length * step),
    parts,
    drawn,
  });
}

/** The trim lies in the middle of the paper: bleed and marks are alike on all sides. */
function cutToTrim(page: ColourPage, trimWidth: number, trimHeight: number) {
  const width = Math.min(px(trimWidth), page.width);
  const height = Math.min(px(trimHeight), page.height);
  const left = Math.floor((page.width - width) / 2);
  const top = Math.floor((page.height - height) / 2);
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * page.width + left) * 4;
    data.set(page.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { data, width, height };
}

function foldMarks(x: number, top: number, height: number): readonly Drawn[] {
  const line = (from: number, to: number): Drawn => ({
    svg: `<path stroke="#666" stroke-width="${px(FOLD_MARK.width)}" stroke-dasharray="4 2" d="M${px(x)} ${px(from)}V${px(to)}"/>`,
    top: px(from),
    bottom: px(to),
  });
  const { from, to } = FOLD_MARK;
  return [line(top - to, top - from), line(top + height + from, top + height + to)];
}
