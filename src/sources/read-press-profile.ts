import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import { checkIcc } from './check-icc.js';
import type { PressProfile } from './press-profile.js';
import { PressProfileFile } from './press-profile-file.js';
import { readFileBytes } from './read-text-file.js';
import { readYamlFile } from './read-yaml-file.js';
import type { Locate } from './source-file.js';

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

/** Reads `press/<id>.yaml` and the ICC profile that it names. */
export function readPressProfile(world: World, id: string): Checked<PressProfile> {
  const read = readYamlFile(world, `press/${id}.yaml`, PressProfileFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...fromFile } = read.value;
  const { icc, inkLimit, ...rest } = written;
  const iccFile = `press/${icc}`;
  const bytes = readFileBytes(world, iccFile, ICC_CODES, ICC_LIMIT);
  const findings = [
    ...bytes.findings.map((it) => namedIn(it, iccFile, fromFile.locate)),
    ...(bytes.value === undefined ? [] : checkIcc(bytes.value.bytes, iccFile)),
    ...checkMargin(written, fromFile.locate),
  ];
  if (bytes.value === undefined || findings.length > 0) return { value: undefined, findings };
  const value: PressProfile = {
    ...fromFile,
    ...rest,
    id,
    icc: bytes.value.bytes,
    iccFile,
    inkLimit: inkLimit / 100,
  };
  return { value, findings };
}

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

function checkMargin(
  { bleed, marks }: { bleed: number; marks: PressProfile['marks'] },
  locate: Locate,
): Finding[] {
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
