import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { mirrorFormat } from '../../src/plan/mirror-format.js';
import { facesDown, facesUp, foldFlat } from '../../src/sources/fold-flat.js';
import { foldingOf } from '../../src/sources/folding-of.js';
import type { Format } from '../../src/sources/format.js';
import { panelPlaces } from '../../src/sources/panel-places.js';
import { readFormat } from '../../src/sources/read-format.js';
import { fakeWorld } from '../support/fake-world.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { cropped, foldPaper, type Picture, type View } from './support/fold-paper.js';
import { type PrintedLeaflet, printCampaign } from './support/print-campaign.js';

/** Pixels in a mm: whole, so that every fold of the shipped formats lies between two pixels. */
const SCALE = 4;
const DPI = SCALE * 25.4;

const shipped = fakeWorld({}, { shipped: true });

function formatOf(id: string): Format {
  const { value } = readFormat(shipped, id);
  if (value === undefined) throw new Error(`the shipped format ${id} is not there`);
  return value;
}

describe('a dummy of coloured panels, folded as paper, shows what the folding of the format says', () => {
  const FOLDED = [
    'a4-roll-fold-dl',
    'a4-z-fold-dl',
    'a5-half-fold',
    'dl-half-fold',
    'a4-six-pages',
  ];
  const IN_BOX = ['in-box-three', 'in-box-cross'];
  const pieces = [...FOLDED, ...IN_BOX].flatMap((id) => {
    const format = formatOf(id);
    return [
      [id, format],
      [`${id}, right to left`, mirrorFormat(format)],
    ] as const;
  });

  test.each(pieces)('%s', (_, format) => {
    const names = format.sides.flatMap(({ panels }) => panels.map(({ name }) => name));
    const last = format.sides.length - 1;
    const inside = colouredSide(format, last, names);
    const views = foldPaper(inside, colouredSide(format, 0, names), foldingOf(format), 1);
    const states = foldFlat(format) ?? [];
    expect(views.length).toBe(states.length);
    for (const [at, state] of states.entries()) {
      const { above, below } = views[at] as View;
      for (const { name, isUpright } of facesUp(state))
        expect(panelIn(above, names, name)).toBe(isUpright);
      for (const { name, isUpright } of facesDown(state))
        expect(panelIn(below, names, name)).toBe(isUpright);
      const shown = (picture: Picture) =>
        names.filter((name) => panelIn(picture, names, name) !== undefined);
      expect(shown(above).sort()).toEqual(
        facesUp(state)
          .map(({ name }) => name)
          .sort(),
      );
      expect(shown(below).sort()).toEqual(
        facesDown(state)
          .map(({ name }) => name)
          .sort(),
      );
    }
    const closed = views.at(-1) as View;
    expect(panelIn(closed.above, names, format.readingOrder[0] ?? '')).toBe(true);
  });
});

/** A side with each panel in a colour of its own (red is its number), its upper half light, its lower half dark. */
function colouredSide(format: Format, side: number, names: readonly string[]): Picture {
  const [width, height] = [Math.round(format.trim.width), Math.round(format.trim.height)];
  const data = new Uint8Array(width * height * 3);
  for (const { panel, isTurned, ...box } of panelPlaces(format, side))
    for (let y = Math.round(box.y); y < Math.round(box.y + box.height); y += 1)
      for (let x = Math.round(box.x); x < Math.round(box.x + box.width); x += 1) {
        const isUpper = y - box.y < box.height / 2;
        data.set(
          [10 * names.indexOf(panel.name), isUpper !== isTurned ? 200 : 50, 7],
          (y * width + x) * 3,
        );
      }
  return { width, height, data };
}

/** Whether a panel is seen upright in a picture (true) or on its head (false); undefined where it is not seen, or only a sliver of it. */
function panelIn(
  { width, height, data }: Picture,
  names: readonly string[],
  name: string,
): boolean | undefined {
  const red = 10 * names.indexOf(name);
  let [light, dark, count] = [0, 0, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      if (data[at] !== red || data[at + 2] !== 7) continue;
      count += 1;
      if (data[at + 1] === 200) light += y;
      else dark += y;
    }
  return count < 0.02 * width * height ? undefined : light < dark;
}

/** The trim of a page as a picture. */
function pageOf(
  file: string,
  page: number,
  margin: number,
  { width, height }: Format['trim'],
): Promise<Picture> {
  const stem = `${file}-${page}`;
  runProgram('pdftoppm', [
    ...['-r', String(DPI), '-f', String(page), '-l', String(page), '-singlefile', '-png'],
    ...['-x', String(margin * SCALE), '-y', String(margin * SCALE)],
    ...['-W', String(Math.round(width * SCALE)), '-H', String(Math.round(height * SCALE))],
    ...[file, stem],
  ]);
  return rawPicture(`${stem}.png`);
}

async function rawPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** How far two pictures differ, mean of all bytes. */
function difference(one: Picture, other: Picture): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let sum = 0;
  for (let at = 0; at < one.data.length; at += 1)
    sum += Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
  return sum / one.data.length;
}

/** With `DUMMIES=<folder>` every state of every dummy is written there, to be looked at. */
async function keep(name: string, views: readonly View[]): Promise<void> {
  const folder = process.env.DUMMIES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const [at, view] of views.entries())
    for (const [face, { width, height, data }] of Object.entries(view) as [string, Picture][])
      await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toFile(join(folder, `${name}-${views.length - 1 - at}-${face}.png`));
}

const ROLL = {
  'campaigns/roll/campaign.yaml': `title: "Roll"
demonstration: true
market: "GB"
shelfLifeDays: 365
press: "coated-fogra39"
catalogue: ["phone.csv"]
leaflets: [{ template: "parent-trifold", brands: ["northstar"], locales: ["en-GB", "ur"] }]
`,
  'campaigns/roll/phone.csv':
    'sku,maker,model,os,network,box,ean,quantity,shop\nA,Apple,iPhone 17,ios,ee,,,1,\n',
};

describe.skipIf(!hasProgram('pdftoppm'))(needing('pdftoppm', 'a finished piece'), async () => {
  const printed = hasProgram('pdftoppm')
    ? [...(await printCampaign('pieces')), ...(await printCampaign('roll', ROLL))]
    : [];
  const inserts = printed.filter(
    ({ leaflet: { form } }) =>
      ['in-box-insert', 'parent-trifold', 'parent-z-fold', 'parent-half-fold'].includes(
        form.template.id,
      ) &&
      form.brand.id === 'northstar' &&
      ['en-GB', 'ur'].includes(form.locale.tag),
  );
  const named = inserts.map((it): [string, PrintedLeaflet] => [it.leaflet.fileName, it]);

  test.each(named)(
    '%s closes with its front outside and upright, its back behind',
    async (name, { leaflet, file }) => {
      const { format } = leaflet.form;
      const [outside, inside] = [
        await pageOf(file, 1, 12, format.trim),
        await pageOf(file, 2, 12, format.trim),
      ];
      const views = foldPaper(inside, outside, foldingOf(format), SCALE);
      await keep(name, views);
      const closed = views.at(-1) as View;
      const ofPage = (panel: string): Picture => {
        for (const side of [0, 1]) {
          const place = panelPlaces(format, side).find((it) => it.panel.name === panel);
          if (place === undefined) continue;
          const at = [place.x, place.y, place.width, place.height].map((it) =>
            Math.round(it * SCALE),
          );
          return cropped(
            side === 0 ? outside : inside,
            at[0] ?? 0,
            at[1] ?? 0,
            at[2] ?? 0,
            at[3] ?? 0,
          );
        }
        throw new Error(`no panel ${panel}`);
      };
      expect(difference(closed.above, ofPage('front'))).toBeLessThan(0.01);
      expect(difference(closed.below, ofPage('back'))).toBeLessThan(0.01);
      expect(difference(closed.above, closed.below)).toBeGreaterThan(1);
    },
  );
});
