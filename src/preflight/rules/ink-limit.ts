import type { Place } from '../../diagnostics/finding.js';
import { type Finding, finding } from '../../diagnostics/finding.js';
import type { PanelItem, PictureItem } from '../../layout/laid-out.js';
import { grouped } from '../../units/grouped.js';
import type { Ink } from '../../units/ink.js';
import { pictureItems } from '../picture-items.js';
import { inkOnGround, inkSum, platesOf } from '../plates.js';
import type { PanelSubject, Rule } from '../rule.js';
import { inPercent } from '../wording.js';

/** More ink in one place than the paper can take. */
export const inkLimit: Rule = {
  id: 'LF-INK-LIMIT',
  source: 'press profile; GWG 2022 R0026',
  check({ panel, profile }) {
    const pictures = pictureItems(panel).flatMap((item) => heavyPicture(item, profile.inkLimit));
    const laid = [...panel.items.flatMap(inksOf), ...slotInks(panel)];
    const flat = [...grouped(laid, ({ ink }) => ink.token).values()].flatMap((uses) => {
      const heaviest = uses
        .map(({ ink, place }) => ({ ink, place, sum: inkSum(platesOf(ink, profile)) }))
        .reduce((most, it) => (it.sum > most.sum ? it : most));
      if (heaviest.sum <= profile.inkLimit + 1e-6) return [];
      return [
        finding(
          'preflight/ink-limit',
          heaviest.place,
          `"${heaviest.ink.token}" puts ${inPercent(heaviest.sum)} of ink in one place; the press takes ${inPercent(profile.inkLimit)}`,
          'take cyan, magenta and yellow out of the colour, in the brand kit',
        ),
      ];
    });
    return [...flat, ...pictures];
  },
};

/** Side of the squares in which a picture's ink is measured, mm; GWG 2022, R0026, has 15: ours is the stricter. */
const SQUARE = 2;

/** A picture with more ink in a square than the paper can take. */
function heavyPicture({ picture, box, crop, place }: PictureItem, limit: number): Finding[] {
  const { inks } = picture;
  if (inks === undefined) return [];
  const side = Math.max(1, Math.round((crop.width / box.width) * SQUARE));
  let most = 0;
  for (let top = crop.y; top < crop.y + crop.height; top += side)
    for (let left = crop.x; left < crop.x + crop.width; left += side) {
      const right = Math.min(left + side, crop.x + crop.width);
      const bottom = Math.min(top + side, crop.y + crop.height);
      let sum = 0;
      for (let row = top; row < bottom; row++)
        for (
          let at = (row * picture.width + left) * 4;
          at < (row * picture.width + right) * 4;
          at++
        )
          sum += inks[at] ?? 0;
      most = Math.max(most, sum / 255 / ((right - left) * (bottom - top)));
    }
  if (most <= limit + ROUNDING) return [];
  return [
    finding(
      'preflight/ink-limit',
      place,
      `the picture "${picture.name}" puts ${inPercent(most)} of ink in one place; the press takes ${inPercent(limit)}`,
      'lighten its shadows, or use the profile that your printer has for so little ink',
    ),
  ];
}

/** What eight bits a channel cannot tell, of four inks. */
const ROUNDING = 4 * (0.5 / 255);

interface LaidInk {
  readonly ink: Ink;
  readonly place: Place;
}

/** Each ink as it lies on the paper: black text with the ground under it. */
function inksOf(item: PanelItem): LaidInk[] {
  if (item.kind === 'picture') return [];
  if (item.kind === 'art') return item.parts.flatMap(inksOf);
  if (item.kind !== 'text') return [{ ink: item.ink, place: item.place }];
  return item.text.lines.flatMap(({ runs }) =>
    runs.map(({ ink }) => ({ ink: inkOnGround(ink, item.ground), place: item.place })),
  );
}

const slotInks = ({ slots }: PanelSubject['panel']): LaidInk[] =>
  slots.map(({ node, ground }) => ({
    ink: inkOnGround(node.text.style.ink, ground),
    place: node.place,
  }));
