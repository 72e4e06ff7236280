import type { Place } from '../../diagnostics/finding.js';
import { finding } from '../../diagnostics/finding.js';
import type { PanelItem } from '../../layout/laid-out.js';
import { grouped } from '../../units/grouped.js';
import type { Ink } from '../../units/ink.js';
import { inkOnGround, inkSum, platesOf } from '../plates.js';
import type { PanelSubject, Rule } from '../rule.js';
import { inPercent } from '../wording.js';

/** More ink in one place than the paper can take. */
export const inkLimit: Rule = {
  id: 'LF-INK-LIMIT',
  source: 'press profile; GWG 2022 R0026',
  check({ panel, profile }) {
    const laid = [...panel.items.flatMap(inksOf), ...slotInks(panel)];
    return [...grouped(laid, ({ ink }) => ink.token).values()].flatMap((uses) => {
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
  },
};

interface LaidInk {
  readonly ink: Ink;
  readonly place: Place;
}

/** Each ink as it lies on the paper: black text with the ground under it. */
function inksOf(item: PanelItem): LaidInk[] {
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
