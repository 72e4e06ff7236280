import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCodeReader } from '../../src/prove/code-reader.js';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import {
  crop,
  demoPages,
  IS_FULL,
  pagePicture,
  piecePages,
  readPgm,
  writePgm,
} from '../support/demo-pages.js';
import type { DescribedCode } from '../support/describe-leaflet.js';
import { fakeWorld } from '../support/fake-world.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const { leaflets } = await demoPages();
const world = fakeWorld({}, { shipped: true });
const register = readContactRegister(world, 'GB').value;

const canDraw = hasProgram('pdftoppm');
const drawing = (program: string, title: string) =>
  canDraw ? needing(program, title) : needing('pdftoppm', title);

const pieces = await piecePages();

const coded = [...leaflets, ...pieces].flatMap((leaflet) =>
  leaflet.pages.flatMap(({ side, codes }, at) =>
    codes.length > 0 ? [{ name: leaflet.name, leaflet, side, page: at + 1, codes }] : [],
  ),
);

/** The address that the register has for a contact, whatever the tool made of it. */
function targetOf({ contact }: DescribedCode): string {
  const [, id = '', field] = contact.split('.');
  const entry = register?.contacts[id];
  return (
    (field === 'url' ? entry?.url?.target : `tel:${entry?.phone?.dial}`) ?? 'not in the register'
  );
}

test('every piece in every brand and locale has a QR code', () => {
  const kinds = (all: readonly { template: string }[]) =>
    [...new Set(all.map(({ template }) => template))].sort();
  expect(kinds(coded.map(({ leaflet }) => leaflet))).toEqual(kinds([...leaflets, ...pieces]));
  const forms = (all: readonly { template: string; brand: string; locale: string }[]) =>
    [...new Set(all.map((it) => `${it.template} ${it.brand} ${it.locale}`))].sort();
  const demo = coded.map(({ leaflet }) => leaflet).filter((it) => leaflets.includes(it));
  expect(forms(demo)).toEqual(forms(leaflets));
});

describe.each(coded)('$name, $side', ({ leaflet, page, codes }) => {
  test.skipIf(!canDraw || !hasProgram('zbarimg'))(
    drawing('zbarimg', 'gives the exact targets of the register to zbar, and no other code'),
    () => {
      const picture = pagePicture(leaflet, page);
      const { out } = runProgram('zbarimg', [
        '--raw',
        '-q',
        '-Sdisable',
        '-Sqrcode.enable',
        picture,
      ]);
      const read = out.split('\n').filter((line) => line !== '');
      expect(read.sort()).toEqual(codes.map(targetOf).sort());
    },
  );

  test.skipIf(!canDraw || !hasProgram('zbarimg'))(
    drawing('zbarimg', 'has each code where its contact stands'),
    () => {
      const picture = readPgm(pagePicture(leaflet, page));
      const folder = mkdtempSync(join(tmpdir(), 'safeleaf-'));
      const file = join(folder, 'code.pgm');
      for (const code of codes) {
        writePgm(file, crop(picture, withQuietZone(code), leaflet.margin));
        const { out } = runProgram('zbarimg', [
          '--raw',
          '-q',
          '-Sdisable',
          '-Sqrcode.enable',
          file,
        ]);
        expect(out.trim()).toBe(targetOf(code));
      }
      rmSync(folder, { recursive: true });
    },
  );

  test.skipIf(!canDraw)(
    needing('pdftoppm', 'gives the same target to zxing, from the same picture'),
    async () => {
      const picture = readPgm(pagePicture(leaflet, page));
      const read = openCodeReader(zxing());
      for (const code of codes)
        expect(await read(crop(picture, withQuietZone(code), leaflet.margin))).toBe(targetOf(code));
    },
  );

  const isCoarse = IS_FULL || leaflet.locale === 'en-GB' || pieces.includes(leaflet);

  if (isCoarse)
    test.skipIf(!canDraw || !hasProgram('zbarimg'))(
      drawing('zbarimg', 'gives the same targets to zbar and zxing at 150 dots an inch'),
      async () => {
        const picture = readPgm(pagePicture(leaflet, page, COARSE_DPI));
        const read = openCodeReader(zxing());
        const folder = mkdtempSync(join(tmpdir(), 'safeleaf-'));
        const file = join(folder, 'code.pgm');
        for (const code of codes) {
          const part = crop(picture, withQuietZone(code), leaflet.margin, COARSE_DPI);
          writePgm(file, part);
          const { out } = runProgram('zbarimg', ['--raw', '-q', ...QR_ALONE, file]);
          expect(out.trim()).toBe(targetOf(code));
          expect(await read(part)).toBe(targetOf(code));
        }
        rmSync(folder, { recursive: true });
      },
    );

  test('is as wide, with modules as large, as its format asks for', () => {
    const [width, least] = SMALL.includes(leaflet.template) ? SMALL_LEAST : LEAST;
    for (const { box, module } of codes) {
      expect(box.width).toBeGreaterThanOrEqual(width);
      expect(module).toBeGreaterThanOrEqual(least);
    }
  });
});

/** A cheap camera, or a print held far away. */
const COARSE_DPI = 150;

const QR_ALONE = ['-Sdisable', '-Sqrcode.enable'];

/** The least width of a code and of its modules, mm; tag and seal have their own in templates/formats. */
const LEAST = [20, 0.5] as const;
const SMALL = ['hang-tag', 'screen-seal'];
const SMALL_LEAST = [15, 0.4] as const;

/** Four modules of paper on each side: what a reader needs, and no more. */
const withQuietZone = ({ box, module }: DescribedCode) => ({
  x: box.x - 4 * module,
  y: box.y - 4 * module,
  width: box.width + 8 * module,
  height: box.height + 8 * module,
});

function zxing(): Uint8Array {
  const found = world.readPackage('zxing-wasm/dist/reader/zxing_reader.wasm');
  if (found.kind !== 'bytes') throw new Error('zxing-wasm has no program');
  return found.bytes;
}
