import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { Ink } from '../../src/units/ink.js';
import {
  crop,
  type DemoLeaflet,
  demoPages,
  type GreyPicture,
  piecePages,
} from '../support/demo-pages.js';
import type { DescribedLine, DescribedPage } from '../support/describe-leaflet.js';
import { mutoolTrace, type TracedPaint } from '../support/mutool-trace.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const { leaflets, everyForm } = await demoPages();
const pieces = await piecePages();

const isBlack = ({ cmyk, spot }: Ink): boolean => cmyk.join(' ') === '0 0 0 1' && !spot;

const spotsOf = (pages: readonly DescribedPage[]): string[] => [
  ...new Set(pages.flatMap(({ inks }) => inks.flatMap(({ spot }) => (spot ? [spot.name] : [])))),
];

describe.skipIf(!hasProgram('mutool')).each([...leaflets, ...pieces])(
  needing('mutool', '$name'),
  (leaflet) => {
    const { out } = runProgram('mutool', ['trace', leaflet.file]);

    test('has no colour but four inks, its declared spot inks and marks on all plates', () => {
      const spaces = new Set([...out.matchAll(/colorspace="([^"]*)"/g)].map(([, it]) => it));
      const plates = ['All', ...spotsOf(leaflet.pages), ...leaflet.diePlates];
      const declared = plates.map((it) => `Separation(DeviceCMYK,${it})`);
      expect([...spaces].sort()).toEqual(['DeviceCMYK', ...declared].sort());
      expect(out).not.toMatch(/<(fill_image|fill_shade|clip_image_mask|begin_mask)/);
    });

    test('prints its text in the inks that layout chose, and black text on the black plate alone', () => {
      const printed = new Set(textFills(out));
      const meant = leaflet.pages.flatMap(({ texts }) =>
        texts.flatMap(({ lines }) => lines.flatMap(({ inks }) => inks)),
      );
      const chosen = new Set(meant.map((ink) => (ink.spot ? ink.spot.name : inWords(ink.cmyk))));
      expect(chosen).toContain('0 0 0 1');
      expect(printed).toEqual(chosen);
      const dark = [...printed].filter((it) => Number(it.split(' ')[3]) > 0.9);
      expect(dark).toEqual(['0 0 0 1']);
    });

    test('lets black text overprint, so that no white line shows where plates do not meet', () => {
      const black = textTags(out).filter((it) =>
        it.includes('colorspace="DeviceCMYK" color="0 0 0 1"'),
      );
      expect(black.length).toBeGreaterThan(10);
      for (const it of black) expect(it).toMatch(/op="1" opm="1"/);
    });
  },
);

/** Small letters blur in several inks, pt (print-spec's clear print: body text is 12 pt). */
const SMALL_PT = 12;

/** A subset of a font in the file: six letters and a plus sign before its name (ISO 32000-1, 9.6.4). */
const SUBSET = /^[A-Z]{6}\+\S/;

const traced = [...everyForm, ...pieces];

describe.skipIf(!hasProgram('mutool')).each(traced)(
  needing('mutool', '$name, traced'),
  (leaflet) => {
    const paints = hasProgram('mutool') ? mutoolTrace(leaflet.file) : [];
    const texts = paints.filter(({ kind }) => kind === 'fill_text');
    const isBlackText = ({ space, color }: TracedPaint) =>
      space === 'DeviceCMYK' && color.join(' ') === '0 0 0 1';
    const isWhite = ({ space, color }: TracedPaint) =>
      space === 'DeviceCMYK' && color.every((share) => share === 0);

    test('paints in CMYK and plates alone: no RGB, no grey, no profile, no picture', () => {
      expect(paints.length).toBeGreaterThan(50);
      const spaces = paints.flatMap(({ space }) => space ?? []);
      for (const space of new Set(spaces))
        expect(space).toMatch(/^(?:DeviceCMYK|Separation\(DeviceCMYK,[^()]+\))$/);
      const unnamed = paints.filter(
        ({ space, kind }) => space === undefined && !kind.startsWith('clip'),
      );
      expect(unnamed).toEqual([]);
      expect(paints.filter(({ kind }) => /image|shade/.test(kind))).toEqual([]);
    });

    test('black words under 12 pt overprint, and there are such', () => {
      const small = texts.filter(
        (it) => isBlackText(it) && it.faces.some(({ size }) => size < SMALL_PT - 0.01),
      );
      expect(small.length).toBeGreaterThan(0);
      for (const it of small) expect(it).toMatchObject({ overprints: true, mode: 1 });
    });

    test('white never overprints, nor does any ink but black alone and the die', () => {
      for (const it of paints.filter(isWhite)) expect(it).toMatchObject({ overprints: false });
      for (const it of paints.filter(({ overprints }) => overprints)) {
        const plate = /^Separation\(DeviceCMYK,(.*)\)$/.exec(it.space ?? '')?.[1];
        if (plate === undefined) expect(it.color.join(' ')).toBe('0 0 0 1');
        else expect(leaflet.diePlates).toContain(plate);
      }
    });

    test('every letter is of a font that is in the file', () => {
      const faces = texts.flatMap((it) => it.faces);
      expect(faces.length).toBeGreaterThan(10);
      for (const { font, size } of faces) {
        expect(font).toMatch(SUBSET);
        expect(size).toBeGreaterThan(0);
      }
    });
  },
);

test.skipIf(!hasProgram('mutool'))(
  needing('mutool', 'the trace sees white on a ground where a leaflet has it'),
  () => {
    const paints = everyForm.flatMap(({ file }) => mutoolTrace(file));
    const white = paints.filter(
      ({ kind, color }) =>
        kind === 'fill_text' && color.length === 4 && color.every((it) => it === 0),
    );
    expect(white.length).toBeGreaterThan(5);
  },
);

const textTags = (trace: string): string[] =>
  [...trace.matchAll(/<fill_text ([^>]*)>/g)].map(([, it = '']) => it);

/** The inks of each fill of text: four shares, or a spot ink's name. */
const textFills = (trace: string): string[] =>
  textTags(trace).map((it) => {
    const spot = /Separation\(DeviceCMYK,([^)]*)\)/.exec(it)?.[1];
    const color = /color="([^"]*)"/.exec(it)?.[1] ?? '';
    return spot ?? inWords(color.split(' ').map(Number));
  });

const inWords = (cmyk: readonly number[]): string =>
  cmyk.map((it) => Number(it.toFixed(3))).join(' ');

/** Enough to find a letter's stem (0.3 mm is two dots). */
const PLATE_DPI = 150;

/** What rounding to 8 bits may add to an ink, as a share. */
const ROUNDING = 0.012;

/** How much black the darkest dot of a word must have. */
const DARK = 0.9;

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'];

describe.skipIf(!hasProgram('gs')).each(everyForm)(needing('gs', '$name'), (leaflet) => {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-plates-'));
  const pages = separate(leaflet, folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has a plate for each of its inks and no other', () => {
    pages.forEach((plates, at) => {
      const page = leaflet.pages[at] as DescribedPage;
      expect([...plates.keys()].sort()).toEqual([...PROCESS, ...spotsOf([page])].sort());
    });
    const spots = leaflet.brand === 'northstar' ? ['Northstar Amber'] : [];
    expect(spotsOf(leaflet.pages)).toEqual(spots);
  });

  test('has nothing under its black words but the ground', async () => {
    let judged = 0;
    for (const [at, files] of pages.entries()) {
      const plates = await readPlates(files);
      for (const { ground, line } of blackLines(leaflet.pages[at] as DescribedPage)) {
        for (const box of wordBoxes(line)) {
          judged += 1;
          const most = (name: string) => strongest(plates.get(name), box, leaflet.margin);
          const words = line.words.map(({ text }) => text).join(' ');
          expect(most('Black'), `black of ${words}`).toBeGreaterThan(DARK);
          for (const [name, share] of groundInks(ground, [...plates.keys()]))
            expect(most(name), `${name} under ${words}`).toBeLessThanOrEqual(share + ROUNDING);
        }
      }
    }
    expect(judged).toBeGreaterThan(50);
  });
});

/** The plates of each page as Ghostscript separates them: ink to file. */
function separate(leaflet: DemoLeaflet, folder: string): ReadonlyMap<string, string>[] {
  if (!hasProgram('gs')) return [];
  const out = `-o${join(folder, 'page-%d.tif')}`;
  const device = ['-sDEVICE=tiffsep', `-r${PLATE_DPI}`, '-sCompression=none'];
  runProgram('gs', ['-q', '-dBATCH', '-dNOPAUSE', ...device, out, leaflet.file]);
  const names = readdirSync(folder);
  return leaflet.pages.map((_, at) => {
    const plates = names.flatMap((name) => {
      const ink = new RegExp(`^page-${at + 1}\\((.*)\\)\\.tif$`).exec(name)?.[1];
      return ink === undefined ? [] : [[decodeURIComponent(ink), join(folder, name)] as const];
    });
    return new Map(plates);
  });
}

async function readPlates(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, GreyPicture>> {
  const plates = new Map<string, GreyPicture>();
  for (const [ink, file] of files) {
    const { data, info } = await sharp(file)
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(1);
    plates.set(ink, { width: info.width, height: info.height, data });
  }
  return plates;
}

/** Lines that are black and nothing else, with the ink under them. */
const blackLines = ({ texts }: DescribedPage) =>
  texts.flatMap(({ ground, lines }) =>
    lines.filter(({ inks }) => inks.every(isBlack)).map((line) => ({ ground, line })),
  );

/** Where a word's letters stand: between its ends, from the baseline up to the height of small letters. */
function wordBoxes({ words, baseline, sizes }: DescribedLine) {
  const size = (Math.max(...sizes) / 72) * 25.4;
  return words
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ x, width }) => ({ x, y: baseline - 0.6 * size, width, height: 0.65 * size }));
}

/** The largest share of an ink in a box. */
function strongest(
  plate: GreyPicture | undefined,
  box: { x: number; y: number; width: number; height: number },
  margin: number,
): number {
  if (!plate) return 0;
  const { data } = crop(plate, box, margin, PLATE_DPI);
  return data.reduce((most, level) => Math.max(most, 1 - level / 255), 0);
}

/** How much of each ink but black a ground has. */
function groundInks({ cmyk, spot }: Ink, plates: readonly string[]): [string, number][] {
  return plates
    .filter((name) => name !== 'Black')
    .map((name) => {
      const process = spot ? 0 : (cmyk[PROCESS.indexOf(name)] ?? 0);
      return [name, name === spot?.name ? spot.tint : process];
    });
}
