import { expect, test } from 'vitest';
import { readPressProfile } from '../../src/sources/read-press-profile.js';
import { fakeWorld } from '../support/fake-world.js';

const shipped = fakeWorld({}, { shipped: true });
const bytesOf = (path: string): Uint8Array => {
  const read = shipped.read(path);
  if (read.kind !== 'bytes') throw new Error(`${path} is not there`);
  return read.bytes;
};
const YAML = new TextDecoder().decode(bytesOf('press/coated-fogra39.yaml'));
const ICC = bytesOf('press/icc/FOGRA39L_coated_TAC300_compact.icc');

const read = (yaml: string, icc: Uint8Array | undefined) =>
  readPressProfile(
    fakeWorld({
      'press/ours.yaml': yaml,
      ...(icc === undefined ? {} : { 'press/icc/FOGRA39L_coated_TAC300_compact.icc': icc }),
    }),
    'ours',
  );
const changed = (at: number, value: string): Uint8Array => {
  const bytes = ICC.slice();
  bytes.set(new TextEncoder().encode(value), at);
  return bytes;
};

test('the shipped presses have their profile, their ink limit and room for the marks', () => {
  expect(readPressProfile(shipped, 'coated-fogra39')).toMatchObject({
    findings: [],
    value: {
      condition: 'FOGRA39',
      inkLimit: 3,
      bleed: 3,
      spots: 'plates',
      icc: { length: 181_208 },
    },
  });
  expect(readPressProfile(shipped, 'uncoated-fogra29')).toMatchObject({
    findings: [],
    value: { condition: 'FOGRA29', inkLimit: 2.8, icc: { length: 344_416 } },
  });
});

test('a digital press has no plates for spot colours and no marks; its pages end with the bleed', () => {
  expect(readPressProfile(shipped, 'digital')).toMatchObject({
    findings: [],
    value: {
      spots: 'fallback',
      richBlack: [0, 0, 0, 1],
      marks: { crop: false, fold: false, registration: false, slug: false, margin: 3 },
    },
  });
});

test('newsprint stops until the workspace supplies its profile, and goes on when it does', () => {
  const yaml = new TextDecoder().decode(bytesOf('press/newsprint.yaml'));
  const without = readPressProfile(fakeWorld({ 'press/newsprint.yaml': yaml }), 'newsprint');
  expect(without).toMatchObject({ value: undefined, findings: [{ code: 'press/icc' }] });
  const files = { 'press/newsprint.yaml': yaml, 'press/icc/newsprint.icc': ICC };
  const supplied = readPressProfile(fakeWorld(files), 'newsprint');
  expect(supplied).toMatchObject({
    findings: [],
    value: { inkLimit: 2.4, icc: { length: 181_208 } },
  });
});

test('a printer’s own profile is taken by file and condition name', () => {
  const yaml = YAML.replaceAll('FOGRA39L_coated_TAC300_compact', 'PSOcoated_v3').replace(
    'condition: FOGRA39',
    'condition: FOGRA51',
  );
  const files = { 'press/ours.yaml': yaml, 'press/icc/PSOcoated_v3.icc': ICC };
  expect(readPressProfile(fakeWorld(files), 'ours')).toMatchObject({
    findings: [],
    value: { condition: 'FOGRA51', iccFile: 'press/icc/PSOcoated_v3.icc' },
  });
});

test('a black that takes more ink than the press is refused', () => {
  const { findings } = read(YAML.replace('[60, 40, 40, 100]', '[90, 80, 80, 100]'), ICC);
  expect(findings).toMatchObject([{ code: 'press/field', at: { line: 8 } }]);
  expect(findings[0]?.problem).toContain('350 %');
});

test.each([
  ['is no profile at all', new TextEncoder().encode('GIF89a'), 'no ICC profile'],
  ['is a screen’s', changed(12, 'mntr'), 'class "mntr"'],
  ['is for RGB', changed(16, 'RGB '), 'for "RGB"'],
  ['was cut off', ICC.slice(0, 90_000), 'the file has 90000'],
  ['is of a version that PDF/X-4 does not take', changed(8, '\u0005'), 'version 5'],
  ['is not there', undefined, 'there is no ICC profile'],
])('a press is sent back when its ICC profile %s', (_, icc, problem) => {
  const { value, findings } = read(YAML, icc);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'press/icc' }]);
  expect(findings[0]?.problem).toContain(problem);
});

test('marks that have no room outside the bleed are named with the millimetres', () => {
  const { findings } = read(YAML.replace('margin: 12', 'margin: 6'), ICC);
  expect(findings).toMatchObject([{ code: 'press/field', overMm: 2, at: { line: 16 } }]);
});

test('an ink limit is percent: 3.0 is refused with what to write', () => {
  const { findings } = read(YAML.replace('inkLimit: 300', 'inkLimit: 3.0'), ICC);
  expect(findings).toMatchObject([{ code: 'press/field', problem: 'inkLimit is "3.0"' }]);
  expect(findings[0]?.fix).toContain('percent');
});

test('a press that nobody described is named', () => {
  expect(readPressProfile(fakeWorld({}), 'x').findings).toMatchObject([{ code: 'press/missing' }]);
});
