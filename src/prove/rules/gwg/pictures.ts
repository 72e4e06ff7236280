import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Drawn } from '../../anatomy/drawn.js';
import type { Breach, Product } from '../rule.js';
import { gwgRules } from './gwg-rules.js';
import { firstOfPage, onSurface, surfaceOf } from './surface.js';

/** Pictures of 16 pixels and fewer are no pictures (GWG 2022). */
const LEAST_PIXELS = 16;

/** Pixels to the inch at which a picture is too coarse, for sheets and for labels. */
const CONTONE: readonly [number, number] = [149, 199];
const BILEVEL = 549;
const WHOLE_PAGE: readonly [number, number] = [149, 449];

const pictures = (file: Anatomy, isBilevel: boolean): readonly Drawn[] =>
  onSurface(file).filter(
    ({ pixels }) =>
      pixels !== undefined &&
      pixels.isBilevel === isBilevel &&
      pixels.width * pixels.height > LEAST_PIXELS,
  );

const ofProduct = ([sheet, label]: readonly [number, number], product: Product): number =>
  product === 'label-leaflet' ? label : sheet;

const coarse = (file: Anatomy, isBilevel: boolean, most: number): readonly Breach[] =>
  firstOfPage(
    pictures(file, isBilevel).filter(({ pixels }) => Math.round(pixels?.ppi ?? 0) <= most),
    ({ pixels }) =>
      `a picture has ${Math.round(pixels?.ppi ?? 0)} pixels an inch; more than ${most} are needed`,
  );

const blurred = 'the picture would show its pixels';

/** How fine pictures are. */
export const PICTURES = [
  gwgRules(blurred, ['error', 'error', 'error'])(
    'R0031',
    'pictures have more than 149 pixels an inch',
    (file, product) => coarse(file, false, ofProduct(CONTONE, product)),
  ),
  gwgRules(blurred, ['error', 'error', 'error'])(
    'R0032',
    'pictures of one bit have more than 549 pixels an inch',
    (file) => coarse(file, true, BILEVEL),
  ),
  gwgRules('letters in a picture blur', ['none', 'none', 'error'])(
    'R0033',
    'a page that is one picture has more than 449 pixels an inch',
    (file, product) =>
      file.pages.flatMap((_, page) => {
        const drawn = onSurface(file).filter((it) => it.page === page);
        const [only] = drawn;
        const surface = surfaceOf(file, page);
        if (only === undefined || drawn.length !== 1 || surface === undefined) return [];
        const most = ofProduct(WHOLE_PAGE, product);
        const [left, bottom, right, top] = only.bounds;
        const isWhole =
          left <= surface[0] && bottom <= surface[1] && right >= surface[2] && top >= surface[3];
        const ppi = only.pixels?.ppi ?? Infinity;
        return isWhole && ppi <= most
          ? [{ page, problem: `the page is one picture of ${Math.round(ppi)} pixels an inch` }]
          : [];
      }),
  ),
] as const;
