import type { Art, ArtShape, BrandInk, BrandKit } from '../sources/brand-kit.js';
import type { Sources } from '../sources/sources.js';
import type { Ink } from '../units/ink.js';
import { type Colour, openColour } from './colour.js';

/**
 * Gives inks to all that a campaign prints in colours which name none, through its press profile; CMYK
 * that a kit writes stays as it is written. `loadColour` comes first, once.
 */
export function separate(sources: Sources): Sources {
  const colour = openColour(sources.press.icc);
  // A profile that cannot be used has its finding from preflight.
  if (colour === undefined) return sources;
  const brands = mapRecord(sources.brands, (brand) => separateBrand(brand, colour));
  const icons = mapRecord(sources.icons, (set, name) => {
    const brand = brands[name.slice(name.indexOf('/') + 1)];
    return brand ? mapRecord(set, (art) => inInks(art, brand.inks)) : set;
  });
  return { ...sources, brands, icons };
}

function separateBrand(brand: BrandKit, colour: Colour): BrandKit {
  if (Object.values(brand.inks).every(({ written }) => written === undefined)) return brand;
  const inks = mapRecord(
    brand.inks,
    (ink): BrandInk => (ink.written ? { ...ink, cmyk: colour.toInks(ink.written) } : ink),
  );
  return { ...brand, inks, logos: mapRecord(brand.logos, (logo) => inInks(logo, inks)) };
}

/** A drawing whose shapes name their inks, with these as the inks now are. */
function inInks<A extends Art>(art: A, inks: BrandKit['inks']): A {
  const inkOf = (ink: Ink): Ink => {
    const own = Object.hasOwn(inks, ink.token) ? inks[ink.token] : undefined;
    return own?.written ? { ...ink, cmyk: own.cmyk } : ink;
  };
  const shapes = art.shapes.map(
    (shape): ArtShape => ({
      ...shape,
      ...(typeof shape.fill === 'object' && { fill: inkOf(shape.fill) }),
      ...(typeof shape.stroke?.ink === 'object' && {
        stroke: { ...shape.stroke, ink: inkOf(shape.stroke.ink) },
      }),
    }),
  );
  return { ...art, shapes };
}

const mapRecord = <A, B>(
  record: Readonly<Record<string, A>>,
  map: (value: A, name: string) => B,
): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
