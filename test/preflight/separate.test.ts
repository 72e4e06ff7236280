import { beforeAll, expect, test } from 'vitest';
import { loadColour } from '../../src/preflight/colour.js';
import { separate } from '../../src/preflight/separate.js';
import { loadSources } from '../../src/sources/load-sources.js';
import { textOf } from '../support/fault-base.js';
import { changedWorld } from '../support/fault-workspace.js';
import { scene } from '../support/made-up-picture.js';
import { pictureWorld } from '../support/picture-campaign.js';

const KIT = 'brand-kits/northstar/brand.json';
const INKS = `,
      "$extensions": { "safeleaf": { "cmyk": [15, 80, 95, 30] } }`;

beforeAll(loadColour);

/** The base campaign with what a colour says of its inks left out or put otherwise. */
async function kitWith(put: string) {
  const world = await changedWorld((files) => {
    files[KIT] = textOf(files, KIT).replace(INKS, put);
  });
  const { value } = await loadSources(world, 'small');
  if (value === undefined) throw new Error('the campaign cannot be read');
  return { before: value.brands.northstar, after: separate(value).value?.brands.northstar };
}

test('a colour with inks of its own keeps them to the percent', async () => {
  const { before, after } = await kitWith(INKS);
  expect(after).toBe(before);
  expect(after?.inks['accent-text']?.cmyk).toEqual([0.15, 0.8, 0.95, 0.3]);
});

test('a colour without inks gets those that the press profile gives', async () => {
  const { before, after } = await kitWith('');
  expect(before?.inks['accent-text']).toMatchObject({
    cmyk: [0, 0, 0, 0],
    written: { space: 'srgb' },
  });
  const [c = 0, m = 0, y = 0, k = 0] = after?.inks['accent-text']?.cmyk ?? [];
  // #a23a06: a dark orange.
  expect(m).toBeGreaterThan(0.7);
  expect(y).toBeGreaterThan(0.75);
  expect(c).toBeLessThan(0.4);
  expect(k).toBeGreaterThan(0.1);
});

test('a spot colour without a fallback keeps its plate and gets one', async () => {
  const put = `,
      "$extensions": { "safeleaf": { "spot": { "name": "Northstar Rust" } } }`;
  const { after } = await kitWith(put);
  const rust = after?.inks['accent-text'];
  expect(rust?.spot).toEqual({ name: 'Northstar Rust', tint: 1 });
  expect(rust?.cmyk[2]).toBeGreaterThan(0.75);
});

/** The inks of the card's picture. */
async function picture(made: Uint8Array, file: string) {
  const { value } = await loadSources(await pictureWorld({ file }, made), 'small');
  const separated = value && separate(value);
  expect(separated?.findings).toEqual([]);
  const found = separated?.value?.pictures['receipt-wallet-insert/northstar']?.sill;
  return found?.inks ?? new Uint8Array(0);
}

test('the same scene gives the same inks, whichever profile its pixels are written in', async () => {
  const plain = await picture(new Uint8Array(await scene(60).png().toBuffer()), 'sill.png');
  const wide = await scene(60).withIccProfile('p3').png().toBuffer();
  const other = await picture(new Uint8Array(wide), 'sill.png');
  expect(plain).toHaveLength(60 * 40 * 4);
  expect(other).not.toEqual(plain);
  const apart = plain.reduce((sum, ink, at) => sum + Math.abs(ink - (other[at] ?? 0)), 0);
  // A step of eight bits or two: the numbers were rounded once more on their way through the other profile.
  expect(apart / plain.length).toBeLessThan(2);
});

test('line art prints on the black plate alone', async () => {
  const art = scene(60).threshold(128).toColourspace('b-w');
  const inks = await picture(
    new Uint8Array(await art.tiff({ bitdepth: 1 }).toBuffer()),
    'sill.tif',
  );
  const plates = [0, 1, 2, 3].map((plate) => inks.filter((_, at) => at % 4 === plate));
  for (const plate of plates.slice(0, 3)) expect(new Set(plate)).toEqual(new Set([0]));
  expect([...new Set(plates[3])].sort()).toEqual([0, 255]);
});
