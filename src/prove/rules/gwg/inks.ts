import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { everyColourSpace } from '../../anatomy/every-colour-space.js';
import { entryOf, itemsOf, nameOf } from '../../pdf-values.js';
import { type Breach, when } from '../rule.js';
import { ERROR, gwgRules, WARNING } from './gwg-rules.js';
import { densestSquare } from './ink-grid.js';
import { firstOfPage, inksOf, onSurface, platesOf } from './surface.js';

const plates = 'the printer makes a plate for every name, and bills it';

/** Names of plates that every press has (GWG 2022, I00003). */
const PROCESS = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'All', 'None']);

/** Ends of a spot ink's name that say paper or maker, not ink (GWG 2022, R0021). */
const SUFFIX = / (?:C|U|M|CP|CV|CVC|CVU|UP|PC|TC|TCX|TPX|XGC|EC|K|N|Z|E|HC|TP)$/;

const spotsOf = (file: Anatomy): readonly string[] => [
  ...new Set(
    file.content.drawn
      .flatMap((it) => inksOf(it).flatMap(platesOf))
      .filter((it) => !PROCESS.has(it)),
  ),
];

/** Names that become one when they are written another way. */
function sameBut(names: readonly string[], by: (name: string) => string): readonly string[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const key = by(name);
    const other = seen.get(key);
    seen.set(key, other ?? name);
    return other === undefined
      ? []
      : [`the plates ${quoted(other)} and ${quoted(name)} are two names of one ink`];
  });
}

/** Two plates whose ink looks the same. */
function sameLook(file: Anatomy): readonly string[] {
  const looks = new Map<string, string>();
  const faults = new Set<string>();
  const used = new Set(spotsOf(file));
  for (const space of everyColourSpace(file)) {
    const [family, name, alternate, tint] = itemsOf(space);
    const plate = nameOf(name) ?? '';
    if (nameOf(family) !== 'Separation' || !used.has(plate)) continue;
    const look = `${alternate} ${tint}`;
    const other = looks.get(look);
    if (other !== undefined && other !== plate)
      faults.add(`the plates ${quoted(other)} and ${quoted(plate)} are mixed alike`);
    looks.set(look, other ?? plate);
  }
  return [...faults];
}

const UNBOUND = new Set(['DeviceRGB', 'CalRGB', 'CalGray', 'ICCBased', 'Lab']);

/** Groups of forms, of pages and of soft masks; a mask by lightness may be mixed in grey. */
function groupFaults({ dictionaries }: Anatomy): readonly string[] {
  const lightness = new Set(
    dictionaries
      .filter((it) => nameOf(entryOf(it, 'S')) === 'Luminosity')
      .map((it) => entryOf(entryOf(it, 'G'), 'Group')),
  );
  return dictionaries.flatMap((it) => {
    if (nameOf(entryOf(it, 'S')) !== 'Transparency') return [];
    const object = entryOf(it, 'CS');
    const space = nameOf(object) ?? nameOf(itemsOf(object)[0]);
    const isRight =
      space === undefined ||
      space === 'DeviceCMYK' ||
      (space === 'DeviceGray' && lightness.has(it));
    return when(!isRight, `a group is mixed in ${space ?? ''}`);
  });
}

/** Most ink on average over a square of 15 mm, as shares: of CMYK alone on sheets, of all plates on labels. */
const MOST_CMYK = 3.2;
const MOST_ALL = 3.2;

const inkFaults = (file: Anatomy, which: 'cmyk' | 'all', most: number): readonly Breach[] =>
  file.pages.flatMap((_, page) => {
    const ink = densestSquare(file, page)[which];
    return when(
      ink > most + 0.005,
      `a square of 15 mm has ${Math.round(ink * 100)} % ink on average; the most is ${Math.round(most * 100)} %`,
    ).map((problem) => ({ problem, page }));
  });

const smear = 'so much ink does not dry: it marks the next sheet';

/** Plates, and how much ink lies on the paper. */
export const INKS = [
  gwgRules(plates, ['error', 'none', 'none'])('R0020', 'a job without spot inks has none', (file) =>
    spotsOf(file).map((it) => `something prints on the plate ${quoted(it)}`),
  ),
  gwgRules(plates, ['none', 'warning', 'warning'])(
    'R0021',
    'no two plates differ only in the end of their name',
    (file) => sameBut(spotsOf(file), (name) => name.replace(SUFFIX, '')),
  ),
  gwgRules(plates, ['none', 'error', 'error'])(
    'R0022',
    'no two plates differ only in capitals or accents’ form',
    (file) => sameBut(spotsOf(file), (name) => name.normalize('NFC').toLowerCase()),
  ),
  gwgRules(plates, ['none', 'error', 'error'])('R0023', 'no two plates are mixed alike', sameLook),
  gwgRules('the mark for all plates is no colour of a leaflet', WARNING)(
    'R0024',
    'only marks print on all plates',
    (file) =>
      firstOfPage(
        onSurface(file).filter((it) => inksOf(it).flatMap(platesOf).includes('All')),
        () => 'something on the leaflet prints on all plates',
      ),
  ),
  gwgRules(smear, ['none', 'none', 'warning'])(
    'R0025',
    'no square of 15 mm has more than 320 % of all inks',
    (file) => inkFaults(file, 'all', MOST_ALL),
  ),
  gwgRules(smear, ['warning', 'warning', 'none'])(
    'R0026',
    'no square of 15 mm has more than 320 % CMYK',
    (file) => inkFaults(file, 'cmyk', MOST_CMYK),
  ),
  gwgRules('the printer would convert the colour, and nobody knows to what', ERROR)(
    'R0027',
    'every colour is CMYK or a spot ink already',
    (file) => {
      const seen = new Set<string>();
      return file.content.drawn.flatMap((it) =>
        inksOf(it).flatMap(({ space }) => {
          const key = `${it.page} ${space}`;
          if (!UNBOUND.has(space) || seen.has(key)) return [];
          seen.add(key);
          return [{ page: it.page, problem: `something is drawn in ${space}` }];
        }),
      );
    },
  ),
  gwgRules('what is seen through would change its colour', ERROR)(
    'R0030',
    'groups are mixed in CMYK',
    groupFaults,
  ),
] as const;
