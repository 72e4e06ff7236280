import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { type PrintedLeaflet, printCampaign } from './support/print-campaign.js';

const printed = await printCampaign('pieces');
const drafts = await printCampaign('pieces', {}, true);
const out = mkdtempSync(join(tmpdir(), 'safeleaf-die-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const find = (all: readonly PrintedLeaflet[], template: string): string => {
  const found = all.find(
    ({ leaflet: { form } }) =>
      form.template.id === template && form.locale.tag === 'en-GB' && form.brand.id === 'northstar',
  );
  if (found === undefined) throw new Error(`${template} was not printed`);
  return found.file;
};

/** Paper round the trim, mm, and the resolution of the plates. */
const MARGIN = 12;
const DPI = 144;

/** The plates of a page: name to its darkest ink (0 to 255) within a box in mm from the trim's top left. */
async function plates(file: string, page: number) {
  const folder = mkdtempSync(join(out, 'plates-'));
  runProgram('gs', [
    ...['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', `-r${DPI}`],
    ...[`-dFirstPage=${page}`, `-dLastPage=${page}`, '-o', join(folder, 'p.tif'), file],
  ]);
  const names = readdirSync(folder).flatMap((it) => /^p\((.+)\)\.tif$/.exec(it)?.[1] ?? []);
  const darkest = async (name: string, [x, y, width, height]: readonly number[]) => {
    const px = (mm = 0) => Math.round((mm * DPI) / 25.4);
    const { data } = await sharp(join(folder, `p(${name}).tif`))
      .extract({
        left: px(MARGIN + (x ?? 0)),
        top: px(MARGIN + (y ?? 0)),
        width: px(width),
        height: px(height),
      })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return 255 - data.reduce((least, it) => Math.min(least, it), 255);
  };
  return { names, darkest };
}

describe.skipIf(!hasProgram('gs'))(needing('gs', 'on the plates'), () => {
  test('a tag’s hole stands on the plate of its die, and on no plate that prints', async () => {
    const { names, darkest } = await plates(find(printed, 'hang-tag'), 1);
    expect(names).toContain('CutContour');
    const hole = [34, 6, 6, 6];
    expect(await darkest('CutContour', hole)).toBeGreaterThan(200);
    // The ground is as even there as beside it: the die puts no ink down and takes none away.
    for (const ink of ['Cyan', 'Magenta', 'Yellow', 'Black'])
      expect(await darkest(ink, hole)).toBe(await darkest(ink, [10, 6, 6, 6]));
    expect(await darkest('Yellow', hole)).toBeGreaterThan(0);
  });

  test('a seal’s cut and its adhesive are two plates', async () => {
    const { names, darkest } = await plates(find(printed, 'screen-seal'), 1);
    expect(names).toEqual(expect.arrayContaining(['CutContour', 'Glue']));
    const edgeOfAdhesive = [20, 125, 20, 4];
    expect(await darkest('Glue', edgeOfAdhesive)).toBeGreaterThan(200);
    expect(await darkest('CutContour', edgeOfAdhesive)).toBe(0);
  });

  test('a draft shows no die', async () => {
    const { names, darkest } = await plates(find(drafts, 'hang-tag'), 1);
    if (names.includes('CutContour')) expect(await darkest('CutContour', [0, 0, 74, 105])).toBe(0);
    expect(await darkest('Yellow', [10, 6, 6, 6])).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasProgram('mutool'))(needing('mutool', 'as strokes'), () => {
  test('die lines overprint, come last, and are on every page', () => {
    for (const page of [1, 2]) {
      const { out: trace } = runProgram('mutool', [
        'trace',
        find(printed, 'hang-tag'),
        String(page),
      ]);
      const drawn = [...trace.matchAll(/<(fill_path|stroke_path|fill_text|fill_image)[^>]*>/g)];
      const die = drawn.slice(-2).map(([tag]) => tag);
      for (const tag of die) {
        expect(tag).toContain('Separation(DeviceCMYK,CutContour)');
        expect(tag).toMatch(/op="1" opm="1"|opm="1"/);
      }
      const before = drawn.slice(0, -2).map(([tag]) => tag);
      expect(before.join('')).not.toContain('CutContour');
    }
  });
});

describe.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'as layers'), () => {
  const json = (file: string) => {
    const run = runProgram('qpdf', ['--json', '--json-key=qpdf', file]);
    return JSON.parse(run.out) as { qpdf: [unknown, Record<string, { value?: unknown }>] };
  };
  const objects = (file: string) => Object.values(json(file).qpdf[1]).map(({ value }) => value);

  test('each step is a layer with its ISO 19593-1 name, on for the press and off in a draft', () => {
    const layersOf = (file: string) =>
      objects(file).filter(
        (it): it is { '/GTS_Metadata': object; '/Name': string } =>
          typeof it === 'object' && it !== null && '/GTS_Metadata' in it,
      );
    const layers = layersOf(find(printed, 'screen-seal'));
    expect(layers.map((it) => it['/GTS_Metadata'])).toEqual([
      { '/GTS_ProcStepsGroup': '/Structural', '/GTS_ProcStepsType': '/Cutting' },
      { '/GTS_ProcStepsGroup': '/Structural', '/GTS_ProcStepsType': '/Gluing' },
    ]);
    const settings = (file: string) =>
      objects(file).flatMap((it) =>
        typeof it === 'object' && it !== null && '/OCProperties' in it ? [it['/OCProperties']] : [],
      );
    const on = JSON.stringify(settings(find(printed, 'screen-seal')));
    expect(on).toContain('"/Name":"u:Processing steps"');
    expect(on).toContain('"/ON":[');
    expect(on).not.toContain('"/OFF"');
    expect(JSON.stringify(settings(find(drafts, 'screen-seal')))).toContain('"/OFF":[');
  });

  test('a leaflet that a guillotine trims has no layer', async () => {
    const [plain] = await printCampaign('plain', {
      'campaigns/plain/campaign.yaml': `title: "Plain"
demonstration: true
market: "GB"
shelfLifeDays: 365
press: "coated-fogra39"
catalogue: ["phone.csv"]
leaflets: [{ template: "receipt-wallet-insert", brands: ["kite"], locales: ["en-GB"] }]
`,
      'campaigns/plain/phone.csv':
        'sku,maker,model,os,network,box,ean,quantity,shop\nA,Apple,iPhone 17,ios,ee,,,1,\n',
    });
    expect(JSON.stringify(objects(plain?.file ?? ''))).not.toContain('OCProperties');
  });
});
