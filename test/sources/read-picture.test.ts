import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../src/sources/read-picture.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { scene, sceneJpeg } from '../support/made-up-picture.js';

const FILE = 'templates/card/pictures/sill.jpg';
const AT = { file: 'templates/card/pictures' };

const read = (bytes: Uint8Array) =>
  readPicture(fakeWorld({ [FILE]: new Uint8Array(bytes) }), 'sill', FILE, AT);

describe('a picture is read with its pixels as they are', () => {
  test('RGB without a profile', async () => {
    const { value, findings } = await read(await sceneJpeg(300));
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ width: 300, height: 200, channels: 3, isBitmap: false });
    expect(value?.pixels).toHaveLength(300 * 200 * 3);
    expect(value?.icc).toBeUndefined();
  });

  test('RGB with the profile of a wider gamut keeps its numbers and its profile', async () => {
    const wide = await scene(30).withIccProfile('p3').png().toBuffer();
    const { value } = await read(wide);
    const plain = await read(await scene(30).png().toBuffer());
    expect(value?.icc?.length).toBeGreaterThan(128);
    expect(value?.pixels).not.toEqual(plain.value?.pixels);
  });

  test('CMYK with its profile', async () => {
    const icc = 'press/icc/FOGRA39L_coated_TAC300_compact.icc';
    const cmyk = await scene(30).withIccProfile(icc).toColourspace('cmyk').jpeg().toBuffer();
    const { value, findings } = await read(cmyk);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ channels: 4, icc: new Uint8Array(readFileSync(icc)) });
  });

  test('grey without a profile becomes the grey of sRGB', async () => {
    const { value } = await read(await scene(30).toColourspace('b-w').png().toBuffer());
    expect(value?.channels).toBe(3);
    for (let at = 0; at < 300; at += 3)
      expect(new Set(value?.pixels.slice(at, at + 3)).size).toBe(1);
  });

  test('line art of one bit is known as such', async () => {
    const art = scene(30).threshold(128).toColourspace('b-w');
    const { value } = await read(await art.tiff({ bitdepth: 1 }).toBuffer());
    expect(value?.isBitmap).toBe(true);
    expect([...new Set(value?.pixels)].sort()).toEqual([0, 255]);
  });

  test('a camera held upright gives an upright picture', async () => {
    const turned = await scene(300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await read(turned)).value).toMatchObject({ width: 200, height: 300 });
  });

  test('a picture with an alpha channel that hides nothing', async () => {
    const { value } = await read(await scene(30).ensureAlpha(1).png().toBuffer());
    expect(value).toMatchObject({ channels: 3 });
    expect(value?.pixels).toHaveLength(30 * 20 * 3);
  });

  test('sixteen bits become eight', async () => {
    const deep = await scene(30).toColourspace('rgb16').png().toBuffer();
    const { value, findings } = await read(deep);
    expect(findings).toEqual([]);
    expect(value?.pixels).toHaveLength(30 * 20 * 3);
  });
});

test('a file that leads out of the workspace is named where it is asked for', async () => {
  const { findings } = await readPicture(fakeWorld({}), 'sill', '../sill.jpg', AT);
  expect(findings).toMatchObject([{ code: 'file/outside', at: AT }]);
});

test('any bytes at all give a picture or findings, never an exception', async () => {
  const jpeg = await sceneJpeg(40);
  const bent = fc
    .tuple(fc.nat(jpeg.length - 1), fc.nat(255), fc.nat(jpeg.length))
    .map(([at, byte, length]) => {
      const bytes = jpeg.slice(0, length);
      if (at < length) bytes[at] = byte;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), bent), async (bytes) => {
      const { value, findings } = await read(bytes);
      expect(value === undefined).toBe(findings.length > 0);
    }),
    { numRuns: fuzzRuns(200) },
  );
});
