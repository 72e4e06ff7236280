import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Cmyk } from '../units/ink.js';
import type { World } from '../world.js';
import { checkIcc } from './check-icc.js';
import type { PressProfile } from './press-profile.js';
import { PressProfileFile } from './press-profile-file.js';
import { readFileBytes } from './read-text-file.js';
import { readYamlFile } from './read-yaml-file.js';
import type { FromFile, Locate } from './source-file.js';

const CODES = {
  missing: 'press/missing',
  unreadable: 'press/unreadable',
  wrong: 'press/field',
  kind: 'press profile',
} as const;

const ICC_CODES = { missing: 'press/icc', unreadable: 'press/icc', kind: 'ICC profile' } as const;

/** Most bytes of an ICC profile. The largest in common use (newspaper, 17 grid points) is 9 MB. Our choice. */
const ICC_LIMIT = 12 * 1024 * 1024;

/** Room between the bleed and the marks: a crop mark of 5 mm that starts past the bleed (printer's habit). */
const MARK_LENGTH = 5;

/** `press/<id>.yaml` as it is written, with all that is wrong with it; its ICC profile is only named. */
export function readPressFile(world: World, id: string): Checked<PressProfileFile & FromFile> {
  const read = readYamlFile(world, `press/${id}.yaml`, PressProfileFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...fromFile } = read.value;
  const findings = [
    ...checkMargin(written, fromFile.locate),
    ...checkBlack(written, fromFile.locate),
  ];
  return { value: { ...written, ...fromFile }, findings };
}

/** Reads `press/<id>.yaml` and the ICC profile that it names. */
export function readPressProfile(world: World, id: string): Checked<PressProfile> {
  const read = readPressFile(world, id);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { icc, inkLimit, richBlack, ...rest } = read.value;
  const iccFile = pressIcc(icc);
  const bytes = readFileBytes(world, iccFile, ICC_CODES, ICC_LIMIT);
  const findings = [
    ...read.findings,
    ...bytes.findings.map((it) => namedIn(it, iccFile, rest.locate)),
    ...(bytes.value === undefined ? [] : checkIcc(bytes.value.bytes, iccFile)),
  ];
  if (bytes.value === undefined || findings.length > 0) return { value: undefined, findings };
  const deflated = world.read(`${iccFile}.z`, ICC_LIMIT);
  const value: PressProfile = {
    ...rest,
    id,
    icc: bytes.value.bytes,
    iccDeflated: deflated.kind === 'bytes' ? deflated.bytes : undefined,
    iccFile,
    inkLimit: inkLimit / 100,
    richBlack: asShares(richBlack),
  };
  return { value, findings };
}

/** Where the ICC profile lies that a press names: in the workspace, or behind it in the package. */
export const pressIcc = (icc: string): string => `press/${icc}`;

const asShares = ([c, m, y, k]: PressProfileFile['richBlack']): Cmyk => [
  c / 100,
  m / 100,
  y / 100,
  k / 100,
];

/** A profile that is not there, or may not be read, is mended where it is named. */
function namedIn(it: Finding, file: string, locate: Locate): Finding {
  const at = locate(['icc']);
  if (it.code === 'press/icc')
    return finding(
      it.code,
      at,
      `there is no ICC profile ${quoted(file)} that can be read`,
      'put the profile from your printer there, or correct the name',
    );
  if (it.code === 'file/outside')
    return finding(it.code, at, `${quoted(file)} leads out of the workspace`, it.fix);
  return it;
}

function checkMargin({ bleed, marks }: PressProfileFile, locate: Locate): Finding[] {
  const wanted = marks.crop || marks.fold || marks.registration ? bleed + MARK_LENGTH : bleed;
  if (marks.margin >= wanted) return [];
  return [
    finding(
      'press/field',
      locate(['marks', 'margin']),
      `marks.margin is ${marks.margin} mm; bleed and marks need ${wanted} mm`,
      `write ${wanted} or more, or turn the marks off`,
      { overMm: wanted - marks.margin },
    ),
  ];
}

/** A large black area must dry as everything else does. */
function checkBlack({ richBlack, inkLimit }: PressProfileFile, locate: Locate): Finding[] {
  const sum = richBlack.reduce((all, share) => all + share, 0);
  if (sum <= inkLimit) return [];
  return [
    finding(
      'press/field',
      locate(['richBlack']),
      `richBlack puts ${sum} % of ink in one place; inkLimit is ${inkLimit} %`,
      'take ink out of the first three, such as [60, 40, 40, 100]',
    ),
  ];
}
