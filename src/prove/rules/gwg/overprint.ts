import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Drawn, Ink } from '../../anatomy/drawn.js';
import { isApart } from '../../anatomy/read-notes.js';
import { ERROR, gwgRules, WARNING } from './gwg-rules.js';
import {
  firstOfPage,
  inksOf,
  isBlack,
  isWhite,
  linesOn,
  onSurface,
  textsOn,
  wordsOf,
} from './surface.js';

const vanish = 'white that overprints is not there at all';
const halo = 'where plates do not meet, small black type would stand in a white edge';

/** Text and lines as small as this must not knock out what lies under them, points. */
const SMALL_TYPE = 12;
const THIN_LINE = 2;

const overprintsWhite = (it: Drawn): boolean =>
  inksOf(it).some((ink) => ink.overprints && isWhite(ink));

/** Overprints so that the colours under it stay: for CMYK only in mode 1. */
const keepsUnder = ({ overprints, mode, space }: Ink): boolean =>
  overprints && (space !== 'DeviceCMYK' || mode === 1);

const knocksOut = (it: Drawn): boolean =>
  inksOf(it).some((ink) => isBlack(ink, it.blend) && !keepsUnder(ink));

/** Whether something that prints lies under it. */
function liesOver(file: Anatomy, it: Drawn): boolean {
  for (const under of onSurface(file)) {
    if (under === it) return false;
    const prints = inksOf(under).some((ink) => !isWhite(ink) && !isBlack(ink, under.blend));
    if (under.page === it.page && prints && !isApart(under.bounds, it.bounds)) return true;
  }
  return false;
}

const isGrey = (it: Drawn): boolean => inksOf(it).some(({ space }) => space === 'DeviceGray');
const isSmall = ({ text }: Drawn): boolean => (text?.size ?? 0) < SMALL_TYPE;
const isThin = ({ line }: Drawn): boolean => (line ?? 0) < THIN_LINE;

const said = (it: Drawn): string => quoted(wordsOf(it));

/** What prints over what, and what knocks it out. */
export const OVERPRINT = [
  gwgRules(vanish, ERROR)('R0007', 'white text does not overprint', (file) =>
    firstOfPage(
      textsOn(file).filter(overprintsWhite),
      (it) => `${said(it)} is white and overprints`,
    ),
  ),
  gwgRules(vanish, ['warning', 'warning', 'error'])(
    'R0008',
    'white shapes do not overprint',
    (file) =>
      firstOfPage(
        onSurface(file).filter((it) => it.kind === 'path' && overprintsWhite(it)),
        () => 'a white shape overprints',
      ),
  ),
  gwgRules(halo, ['warning', 'warning', 'none'])(
    'R0009',
    'black text under 12 pt overprints the colours under it',
    (file) =>
      firstOfPage(
        textsOn(file).filter((it) => isSmall(it) && knocksOut(it) && liesOver(file, it)),
        (it) => `${said(it)} is black, ${it.text?.size.toFixed(1) ?? ''} pt, and knocks out`,
      ),
  ),
  gwgRules(halo, ['warning', 'warning', 'none'])(
    'R0010',
    'black lines under 2 pt overprint the colours under them',
    (file) =>
      firstOfPage(
        linesOn(file).filter((it) => isThin(it) && knocksOut(it) && liesOver(file, it)),
        (it) => `a black line of ${it.line?.toFixed(2) ?? ''} pt knocks out`,
      ),
  ),
  gwgRules(halo, ['warning', 'warning', 'none'])(
    'R0011',
    'text under 12 pt is not in grey',
    (file) =>
      firstOfPage(
        textsOn(file).filter((it) => isSmall(it) && isGrey(it)),
        (it) => `${said(it)} is in DeviceGray`,
      ),
  ),
  gwgRules(halo, ['warning', 'warning', 'none'])(
    'R0012',
    'lines under 2 pt are not in grey',
    (file) =>
      firstOfPage(
        linesOn(file).filter((it) => isThin(it) && isGrey(it)),
        () => 'a thin line is in DeviceGray',
      ),
  ),
  gwgRules(halo, ['warning', 'warning', 'none'])('R0013', 'nothing in grey overprints', (file) =>
    firstOfPage(
      onSurface(file).filter((it) =>
        inksOf(it).some((ink) => ink.space === 'DeviceGray' && ink.overprints),
      ),
      () => 'something in DeviceGray overprints',
    ),
  ),
  gwgRules('black in a group of its own knocks out the colours round the group', WARNING)(
    'LG-OVP-ISO',
    'nothing that overprints stands in an isolated group',
    (file) =>
      firstOfPage(
        onSurface(file).filter(
          (it) => it.isIsolated && inksOf(it).some((ink) => ink.overprints && !isWhite(ink)),
        ),
        () => 'something overprints inside an isolated group',
      ),
  ),
] as const;
