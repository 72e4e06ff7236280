import type { Place } from '../diagnostics/finding.js';
import { panelDie } from '../layout/die-lines.js';
import type { PanelItem } from '../layout/laid-out.js';
import { DIE_PLATES } from '../sources/die-step.js';
import type { Cmyk, Ink } from '../units/ink.js';
import type { PanelSubject } from './rule.js';

/** A plate beside the four that a panel prints on: a spot ink's, or one that shows the die. */
export interface PanelPlate {
  readonly name: string;
  /** What stands in for it on a screen; of a die's plate the tool's own. */
  readonly cmyk: Cmyk | undefined;
  readonly place: Place;
}

/** The plates of their own that a panel asks for, each once, in the order in which they are met. */
export function panelPlates({ panel, form, profile, side }: PanelSubject): readonly PanelPlate[] {
  const plates = new Map<string, PanelPlate>();
  const keep = (plate: PanelPlate): void => {
    if (!plates.has(plate.name)) plates.set(plate.name, plate);
  };
  if (profile.spots === 'plates')
    for (const { spot, cmyk, place } of panel.items.flatMap(inksOf))
      if (spot !== undefined) keep({ name: spot.name, cmyk, place });
  for (const { step } of panelDie(form.format, side, panel.name))
    keep({ name: DIE_PLATES[step], cmyk: undefined, place: { file: form.format.file } });
  return [...plates.values()];
}

type PlacedInk = Ink & { readonly place: Place };

function inksOf(item: PanelItem): PlacedInk[] {
  if (item.kind === 'picture') return [];
  if (item.kind === 'art') return item.parts.flatMap(inksOf);
  if (item.kind !== 'text') return [{ ...item.ink, place: item.place }];
  return item.text.lines.flatMap(({ runs }) =>
    runs.map(({ ink }) => ({ ...ink, place: item.place })),
  );
}

/** Each plate that is one with an earlier one by what `by` makes of them, and that earlier one. */
export function alike(
  plates: readonly PanelPlate[],
  by: (plate: PanelPlate) => string | undefined,
): readonly (readonly [first: PanelPlate, second: PanelPlate])[] {
  const seen = new Map<string, PanelPlate>();
  return plates.flatMap((plate) => {
    const key = by(plate);
    if (key === undefined) return [];
    const first = seen.get(key);
    seen.set(key, first ?? plate);
    return first === undefined ? [] : [[first, plate] as const];
  });
}
