import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { deflatedProfile } from '../../src/pdf/deflated-profile.js';
import type { PressProfile } from '../../src/sources/press-profile.js';

const profiles = readdirSync('press/icc').filter((it) => it.endsWith('.icc'));
const icc = new Uint8Array(readFileSync(`press/icc/${profiles[0]}`));
const other = deflateSync(icc, { level: 1 });

const deflated = (iccDeflated: Uint8Array | undefined): Uint8Array =>
  deflatedProfile({ icc, iccDeflated } as PressProfile);

describe('a press’s profile in a file', () => {
  test.each(profiles)('%s stands compressed beside itself', (name) => {
    const plain = readFileSync(`press/icc/${name}`);
    const beside = readFileSync(`press/icc/${name}.z`);
    expect(inflateSync(beside).equals(plain)).toBe(true);
    expect(deflatedProfile({ icc: plain, iccDeflated: beside } as unknown as PressProfile)).toBe(
      beside,
    );
  });

  test('is what stands beside it, however that was compressed', () => {
    expect(deflated(other)).toBe(other);
  });

  test.each([
    ['nothing stands beside it', undefined],
    ['that is another profile', deflateSync(icc.toReversed())],
    ['that is cut short', other.subarray(0, -9)],
    ['something follows it', Buffer.concat([other, Buffer.from('more')])],
    ['that is only its beginning', deflateSync(icc.subarray(0, -1))],
    ['that is larger', deflateSync(Buffer.concat([icc, icc]))],
    ['that is no compressed bytes', new Uint8Array(9)],
  ])('is compressed anew where %s', (_, beside) => {
    expect(Buffer.from(deflated(beside)).equals(deflateSync(icc, { level: 9 }))).toBe(true);
  });
});
