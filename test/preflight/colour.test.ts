import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Colour, loadColour, openColour } from '../../src/preflight/colour.js';
import { contrastRatio, luminance } from '../../src/preflight/luminance.js';
import { BLACK, type Cmyk, PAPER } from '../../src/units/ink.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const coated = new Uint8Array(readFileSync('press/icc/FOGRA39L_coated_TAC300_compact.icc'));
let colour: Colour;

beforeAll(async () => {
  await loadColour();
  const opened = openColour(coated);
  if (opened === undefined) throw new Error('the shipped profile does not open');
  colour = opened;
});

const byte = (cmyk: Cmyk) => colour.inkToSrgb({ cmyk }).map((share) => Math.round(share * 255));

test('paper is white, and black ink is the grey that coated paper gives', () => {
  expect(byte(PAPER.cmyk)).toEqual([255, 255, 255]);
  const [red = 0, green = 0, blue = 0] = byte(BLACK.cmyk);
  expect(Math.max(red, green, blue)).toBeLessThan(60);
  expect(Math.min(red, green, blue)).toBeGreaterThan(30);
});

test('black on white of the screen is 21 to 1', () => {
  expect(contrastRatio([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 9);
  expect(contrastRatio([1, 1, 1], [0, 0, 0])).toBeCloseTo(21, 9);
});

test('solid inks look as the FOGRA39 charts do', () => {
  const [cyan, magenta, yellow] = [byte([1, 0, 0, 0]), byte([0, 1, 0, 0]), byte([0, 0, 1, 0])];
  expect(cyan[0]).toBeLessThan(40);
  expect(magenta[1]).toBeLessThan(40);
  expect(yellow[2]).toBeLessThan(40);
});

test('a spot ink is seen by its fallback at its tint', () => {
  const half = colour.inkToSrgb({
    cmyk: [0, 0.8, 1, 0],
    spot: { name: 'Harbour Orange', tint: 0.5 },
  });
  expect(half).toEqual(colour.inkToSrgb({ cmyk: [0, 0.4, 0.5, 0] }));
});

test('more black is never lighter', () => {
  const share = fc.integer({ min: 0, max: 100 }).map((it) => it / 100);
  fc.assert(
    fc.property(share, share, share, share, share, (cyan, magenta, yellow, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const lighter = luminance(colour.inkToSrgb({ cmyk: [cyan, magenta, yellow, less] }));
      const darker = luminance(colour.inkToSrgb({ cmyk: [cyan, magenta, yellow, more] }));
      expect(darker).toBeLessThanOrEqual(lighter + 0.01);
    }),
    { numRuns: fuzzRuns(500) },
  );
});

test('a profile is opened once; bytes that are no profile give none', () => {
  expect(openColour(coated)).toBe(colour);
  expect(openColour(new Uint8Array([1, 2, 3]))).toBeUndefined();
  expect(openColour(coated.slice(0, 5000))).toBeUndefined();
});

test('a colour that names no inks gets those of the press: white is bare paper, and no stray plate is made', () => {
  expect(colour.toInks({ space: 'srgb', components: [1, 1, 1] })).toEqual([0, 0, 0, 0]);
  expect(colour.toInks({ space: 'lab', components: [100, 0, 0] })).toEqual([0, 0, 0, 0]);
  const yellow = colour.toInks({ space: 'srgb', components: [1, 0.92, 0] });
  expect(yellow[2]).toBeGreaterThan(0.8);
});

test('flat colours that the press can print look as they were written, from sRGB and from Lab', () => {
  for (const srgb of [
    [0.9, 0.6, 0.5],
    [0.55, 0.7, 0.8],
    [0.8, 0.75, 0.6],
  ] as const) {
    const seen = colour.inkToSrgb({
      cmyk: colour.toInks({ space: 'srgb', components: [...srgb] }),
    });
    for (const [at, share] of srgb.entries()) expect(seen[at]).toBeCloseTo(share, 1);
  }
  // CIE L*a*b* (D50) of sRGB 0.8, 0.75, 0.6.
  const lab = colour.inkToSrgb({
    cmyk: colour.toInks({ space: 'lab', components: [77, -1, 20.6] }),
  });
  expect(lab[0]).toBeCloseTo(0.8, 1);
  expect(lab[2]).toBeCloseTo(0.6, 1);
});

test('black of a screen is built of more than black ink, within the limit of the press', () => {
  const inks = colour.toInks({ space: 'srgb', components: [0, 0, 0] });
  const sum = inks.reduce((all, share) => all + share, 0);
  expect(inks[3]).toBeGreaterThan(0.85);
  expect(sum).toBeGreaterThan(2);
  expect(sum).toBeLessThanOrEqual(3);
});

test('a photograph is separated by its own profile, and one whose profile is of another kind is not', () => {
  const bytes = Uint8Array.of(255, 255, 255, 10, 10, 10, 200, 60, 40);
  const inks = colour.pixelsToInks({ channels: 3, bytes });
  expect(inks).toHaveLength(12);
  expect([...(inks ?? [])].slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(colour.pixelsToInks({ channels: 3, bytes, icc: coated })).toBeUndefined();
  expect(colour.pixelsToInks({ channels: 4, bytes: bytes.slice(0, 8) })).toBeUndefined();
  expect(colour.pixelsToInks({ channels: 4, bytes: bytes.slice(0, 8), icc: coated })).toHaveLength(
    8,
  );
  expect(colour.pixelsToInks({ channels: 1, bytes, icc: new Uint8Array(200) })).toBeUndefined();
});

test('the same pixels give the same inks, and no pixel has more ink than the profile allows', () => {
  const bytes = Uint8Array.from({ length: 16 ** 3 * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    return ((pixel >> (4 * (at % 3))) & 15) * 17;
  });
  const inks = colour.pixelsToInks({ channels: 3, bytes });
  expect(colour.pixelsToInks({ channels: 3, bytes })).toEqual(inks);
  for (let at = 0; at < (inks?.length ?? 0); at += 4) {
    const sum = [0, 1, 2, 3].reduce((all, channel) => all + (inks?.[at + channel] ?? 0), 0);
    expect(sum / 255).toBeLessThanOrEqual(3);
  }
});
