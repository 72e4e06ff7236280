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
  expect(findings).toMatchObject([{ code: 'press/field', overMm: 2, at: { line: 15 } }]);
});

test('an ink limit is percent: 3.0 is refused with what to write', () => {
  const { findings } = read(YAML.replace('inkLimit: 300', 'inkLimit: 3.0'), ICC);
  expect(findings).toMatchObject([{ code: 'press/field', problem: 'inkLimit is "3.0"' }]);
  expect(findings[0]?.fix).toContain('percent');
});

test('a press that nobody described is named', () => {
  expect(readPressProfile(fakeWorld({}), 'x').findings).toMatchObject([{ code: 'press/missing' }]);
});
