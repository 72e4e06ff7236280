import { finding } from '../../diagnostics/finding.js';
import type { PictureItem } from '../../layout/laid-out.js';
import { variantOf } from '../gwg-variant.js';
import { pictureItems } from '../picture-items.js';
import type { Rule } from '../rule.js';

/** Pixels an inch up to which a photograph is refused, and up to which it is warned of; GWG 2022, R0031. */
const LIMITS = {
  sheet: { refused: 149, soft: 224 },
  label: { refused: 199, soft: 239 },
} as const;

/** So few pixels are no photograph (GWG 2022, R0031). */
const SMALLEST = 16;

/** Pixels an inch of a picture at its printed size, the fewer of its two directions. */
export const ppiOf = ({ box, crop }: PictureItem): number =>
  Math.min(crop.width / box.width, crop.height / box.height) * 25.4;

/** Photographs with too few pixels for the size in which they are printed. */
export const picturePpi: Rule = {
  id: 'R0031',
  source: 'GWG 2022, SheetCMYK and Label & Leaflet',
  check: ({ panel, form, profile }) => {
    const { refused, soft } = LIMITS[variantOf(form, profile).product];
    return pictureItems(panel)
      .filter(({ picture: { isBitmap, width, height } }) => !isBitmap && width * height > SMALLEST)
      .flatMap((item) => {
        // Rounded only to compare (GWG 2022, I00005).
        const ppi = Math.round(ppiOf(item));
        if (ppi > soft) return [];
        const most = Math.floor((item.box.width * ppi) / (soft + 1));
        return [
          finding(
            ppi <= refused ? 'preflight/R0031' : 'preflight/R0031-soft',
            item.place,
            `the picture "${item.picture.name}" has ${ppi} pixels an inch at its printed size; ${soft + 1} and more look sharp`,
            `use a larger picture, or print it at most ${most} mm wide`,
          ),
        ];
      });
  },
};
