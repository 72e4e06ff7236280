import type { PressProfile } from '../sources/press-profile.js';
import type { Ink } from '../units/ink.js';

const PROCESS = ['cyan', 'magenta', 'yellow', 'black'] as const;

/** How much ink each plate puts down, by the plate's name; plates with none are left out. */
export type Plates = ReadonlyMap<string, number>;

/** The plates that an ink prints on under a profile: a spot ink its own, or the process fallback. */
export function platesOf({ cmyk, spot }: Ink, profile: Pick<PressProfile, 'spots'>): Plates {
  if (spot !== undefined && profile.spots === 'plates') {
    return new Map(spot.tint > 0 ? [[spot.name, spot.tint]] : []);
  }
  const tint = spot?.tint ?? 1;
  return new Map(
    PROCESS.map((name, index) => [name, (cmyk[index] ?? 0) * tint] as const).filter(
      ([, share]) => share > 0,
    ),
  );
}

/** Whether an ink leaves the paper bare. */
export const isBare = ({ cmyk, spot }: Ink): boolean =>
  spot?.tint === 0 || cmyk.every((share) => share === 0);

/** Solid black on the black plate alone: the press layer prints text in it on top of its ground. */
const isOverprinting = ({ cmyk, spot }: Ink): boolean =>
  spot === undefined && cmyk[0] === 0 && cmyk[1] === 0 && cmyk[2] === 0 && cmyk[3] === 1;

/** Text ink and the ground that shows through it, where it overprints. */
export function inkOnGround(ink: Ink, ground: Ink): Ink {
  if (!isOverprinting(ink) || ground.spot !== undefined) return ink;
  const [cyan, magenta, yellow] = ground.cmyk;
  return { token: ink.token, cmyk: [cyan, magenta, yellow, 1] };
}

/** All ink in one place: 3 is 300 %. */
export const inkSum = (plates: Plates): number =>
  [...plates.values()].reduce((sum, share) => sum + share, 0);
