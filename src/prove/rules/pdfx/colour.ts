import type { PDFObject } from '@cantoo/pdf-lib';
import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Drawn, Ink } from '../../anatomy/drawn.js';
import { everyColourSpace } from '../../anatomy/every-colour-space.js';
import { readIccHeader } from '../../anatomy/read-icc-header.js';
import { entryOf, isTrue, itemsOf, keysOf, listOf, nameOf, numberOf } from '../../pdf-values.js';
import { type Breach, when } from '../rule.js';
import { pressIntents } from './identification.js';
import { xRules } from './x-rules.js';

const rule = xRules('the printer would convert the colour, and nobody knows to what');

const inksOf = ({ fill, stroke }: Drawn): readonly Ink[] =>
  [fill, stroke].filter((it) => it !== undefined);

/** The device space that the output intent's profile is for. */
function intentSpace(file: Anatomy): string | undefined {
  const profile = entryOf(pressIntents(file)[0], 'DestOutputProfile');
  return readIccHeader(file.unpack(profile))?.colourSpace.trim();
}

/** The one space that something is drawn in, by the page; each once. */
function spacesByPage({ content }: Anatomy): readonly (readonly [number, string])[] {
  const seen = new Set<string>();
  return content.drawn.flatMap((it) =>
    inksOf(it).flatMap(({ space }) => {
      const key = `${it.page} ${space}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [[it.page, space] as const];
    }),
  );
}

/** Whether resources say how a device's own colours are meant. */
const hasDefault = ({ dictionaries }: Anatomy, key: string): boolean =>
  dictionaries.some((it) => entryOf(entryOf(it, 'ColorSpace'), key) !== undefined);

const DEVICE: Readonly<Record<string, readonly [string, string]>> = {
  DeviceRGB: ['RGB', 'DefaultRGB'],
  DeviceCMYK: ['CMYK', 'DefaultCMYK'],
};

/** A transparent thing: see-through, blended, masked or a group. */
const isTransparent = (it: Drawn): boolean =>
  it.blend !== 'Normal' ||
  it.hasSoftMask ||
  it.isIsolated ||
  inksOf(it).some(({ alpha }) => alpha < 1);

/** A colour space in one line, so that two can be compared. */
const written = (object: PDFObject | undefined): string => object?.toString() ?? '';

function separationFaults(file: Anatomy): readonly string[] {
  const known = new Map<string, string>();
  const faults = new Set<string>();
  for (const space of everyColourSpace(file)) {
    const [family, name, alternate, tint] = itemsOf(space);
    if (nameOf(family) !== 'Separation') continue;
    const plate = nameOf(name) ?? '';
    const look = `${written(alternate)} ${written(tint)}`;
    if (known.has(plate) && known.get(plate) !== look)
      faults.add(`the plate ${quoted(plate)} stands in two ways`);
    known.set(plate, look);
  }
  return [...faults];
}

const PROCESS = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'None']);

function deviceNFaults(file: Anatomy): readonly string[] {
  return everyColourSpace(file).flatMap((space) => {
    const [family, names, , , attributes] = itemsOf(space);
    if (nameOf(family) !== 'DeviceN') return [];
    const listed = new Set(keysOf(entryOf(attributes, 'Colorants')));
    const missing = itemsOf(names)
      .map((it) => nameOf(it) ?? '')
      .filter((it) => !PROCESS.has(it) && !listed.has(it));
    return when(missing.length > 0, `a DeviceN does not list its inks ${missing.join(', ')}`);
  });
}

/** Colour, and what is seen through. */
export const COLOUR = [
  rule('X15', 'a device’s own colours are those of the output intent', (file) => {
    const own = intentSpace(file);
    return spacesByPage(file).flatMap(([page, space]): Breach[] => {
      const [wanted, override] = DEVICE[space] ?? [];
      if (wanted === undefined || override === undefined || wanted === own) return [];
      return hasDefault(file, override)
        ? []
        : [{ page, problem: `something is drawn in ${space}` }];
    });
  }),
  rule(
    'X16',
    'no CMYK colour carries the output intent’s own profile, or overprints by its zeros',
    (file) => {
      const profile = entryOf(pressIntents(file)[0], 'DestOutputProfile');
      return file.content.drawn.flatMap((it) =>
        inksOf(it).flatMap(({ space, object, overprints, mode }) => {
          const own = itemsOf(object)[1];
          const isCmyk = space === 'ICCBased' && numberOf(entryOf(own, 'N')) === 4;
          const problem = `a CMYK with a profile ${own === profile ? 'has that of the output intent' : 'overprints in mode 1'}`;
          return when(isCmyk && (own === profile || (overprints && mode === 1)), problem).map(
            (text) => ({ problem: text, page: it.page }),
          );
        }),
      );
    },
  ),
  rule('X17', 'spot inks of one name are one ink, and each ink of a mixture is listed', (file) => [
    ...separationFaults(file),
    ...deviceNFaults(file),
  ]),
  rule('X18', 'what is seen through is mixed in CMYK', (file) =>
    file.pages.flatMap((page, index) => {
      const group = entryOf(page, 'Group');
      const space = nameOf(entryOf(group, 'CS'));
      const isUsed = file.content.drawn.some((it) => it.page === index && isTransparent(it));
      const isWrong = isUsed
        ? space !== 'DeviceCMYK'
        : space !== undefined && space !== 'DeviceCMYK';
      return when(isWrong, `the page’s group is mixed in ${space ?? 'no named space'}`).map(
        (problem) => ({ problem, page: index }),
      );
    }),
  ),
  rule('X19', 'no setting changes what the press does: transfer, halftone, intent', ({ content }) =>
    [...content.extGStates].flatMap((gs) => [
      ...when(entryOf(gs, 'TR') !== undefined, 'a graphics state has TR'),
      ...when(
        entryOf(gs, 'TR2') !== undefined && nameOf(entryOf(gs, 'TR2')) !== 'Default',
        'a graphics state has TR2',
      ),
      ...when(entryOf(gs, 'HTP') !== undefined, 'a graphics state has HTP'),
      ...when(
        entryOf(entryOf(gs, 'HT'), 'HalftoneName') !== undefined ||
          ![undefined, 1, 5].includes(numberOf(entryOf(entryOf(gs, 'HT'), 'HalftoneType'))),
        'a graphics state has a halftone of its own',
      ),
      ...when(
        entryOf(gs, 'RI') !== undefined && !INTENTS.has(nameOf(entryOf(gs, 'RI')) ?? ''),
        'a graphics state has an unknown rendering intent',
      ),
    ]),
  ),
  rule('X20', 'pictures are whole, and printed as they are', ({ content }) =>
    [...content.images].flatMap((image) => [
      ...when(entryOf(image, 'Alternates') !== undefined, 'a picture has Alternates'),
      ...when(entryOf(image, 'OPI') !== undefined, 'a picture stands for another (OPI)'),
      ...when(isTrue(entryOf(image, 'Interpolate')), 'a picture is to be smoothed'),
      ...when(filtersOf(image).includes('LZWDecode'), 'a picture is packed with LZW'),
      ...when(
        ![undefined, 1, 2, 4, 8, 16].includes(numberOf(entryOf(image, 'BitsPerComponent'))),
        'a picture has an odd number of bits',
      ),
    ]),
  ),
] as const;

const INTENTS = new Set([
  'RelativeColorimetric',
  'AbsoluteColorimetric',
  'Perceptual',
  'Saturation',
]);

const filtersOf = (stream: PDFObject): readonly string[] =>
  listOf(entryOf(stream, 'Filter')).map((it) => nameOf(it) ?? '');
