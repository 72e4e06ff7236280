import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCodeReader } from '../../src/prove/code-reader.js';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import { crop, demoPages, pagePicture, readPgm, writePgm } from '../support/demo-pages.js';
import type { DescribedCode } from '../support/describe-leaflet.js';
import { fakeWorld } from '../support/fake-world.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const { leaflets } = await demoPages();
const world = fakeWorld({}, { shipped: true });
const register = readContactRegister(world, 'GB').value;

const canDraw = hasProgram('pdftoppm');
const drawing = (program: string, title: string) =>
  canDraw ? needing(program, title) : needing('pdftoppm', title);

const coded = leaflets.flatMap((leaflet) =>
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
  const forms = (all: readonly { template: string; brand: string; locale: string }[]) =>
    [...new Set(all.map((it) => `${it.template} ${it.brand} ${it.locale}`))].sort();
  expect(forms(coded.map(({ leaflet }) => leaflet))).toEqual(forms(leaflets));
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

  test('is at least 20 mm wide, with modules of at least 0.5 mm', () => {
    for (const { box, module } of codes) {
      expect(box.width).toBeGreaterThanOrEqual(20);
      expect(module).toBeGreaterThanOrEqual(0.5);
    }
  });
});

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
