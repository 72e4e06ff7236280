import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import type { Art, ArtShape, BrandInk, BrandKit } from '../sources/brand-kit.js';
import type { Picture } from '../sources/picture.js';
import type { Sources } from '../sources/sources.js';
import type { Ink } from '../units/ink.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { type Colour, openColour } from './colour.js';

/**
 * Gives inks to all that a campaign prints in colours which name none, through its press profile; CMYK
 * that a kit writes stays as it is written. What was separated in an earlier run is taken from `workshop`. `loadColour` comes first, once.
 */
export function separate(sources: Sources, workshop: Workshop = NO_WORKSHOP): Checked<Sources> {
  const colour = openColour(sources.press.icc);
  // A profile that cannot be used has its finding from preflight.
  if (colour === undefined) return { value: sources, findings: [] };
  const brands = mapRecord(sources.brands, (brand) =>
    workshop.kept('separate', [brand, colour], () => separateBrand(brand, colour)),
  );
  const icons = mapRecord(sources.icons, (set, name) => {
    const brand = brands[name.slice(name.indexOf('/') + 1)];
    if (brand === undefined) return set;
    return workshop.kept('separate', [set, brand], () =>
      mapRecord(set, (art) => artInInks(art, brand.inks)),
    );
  });
  const separated = new Map<Picture, Checked<Picture>>();
  const inInks = (picture: Picture): Picture => {
    const known =
      separated.get(picture) ??
      workshop.kept('separate', [picture, colour], () => separatePicture(picture, colour));
    separated.set(picture, known);
    return known.value ?? picture;
  };
  const pictures = mapRecord(sources.pictures, (set) => mapRecord(set, inInks));
  return {
    value: { ...sources, brands, icons, pictures },
    findings: [...separated.values()].flatMap((it) => it.findings),
  };
}

function separatePicture(picture: Picture, colour: Colour): Checked<Picture> {
  const inks = picture.isBitmap ? blackInks(picture) : photographInks(picture, colour);
  return {
    value: { ...picture, inks },
    findings: inks === undefined ? [unsuitable(picture)] : [],
  };
}

const photographInks = ({ channels, pixels, icc }: Picture, colour: Colour) =>
  colour.pixelsToInks({ channels, bytes: pixels, icc });

/** Line art on the black plate alone. */
function blackInks({ width, height, channels, pixels }: Picture): Uint8Array {
  const inks = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++)
    inks[at * 4 + 3] = 255 - (pixels[at * channels] ?? 255);
  return inks;
}

const unsuitable = ({ file }: Picture): Finding =>
  finding(
    'picture/colour',
    { file },
    'the picture’s profile cannot be used',
    'save it again with the profile of its own colours, such as sRGB',
  );

function separateBrand(brand: BrandKit, colour: Colour): BrandKit {
  if (Object.values(brand.inks).every(({ written }) => written === undefined)) return brand;
  const inks = mapRecord(
    brand.inks,
    (ink): BrandInk => (ink.written ? { ...ink, cmyk: colour.toInks(ink.written) } : ink),
  );
  return { ...brand, inks, logos: mapRecord(brand.logos, (logo) => artInInks(logo, inks)) };
}

/** A drawing whose shapes name their inks, with these as the inks now are. */
function artInInks<A extends Art>(art: A, inks: BrandKit['inks']): A {
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
