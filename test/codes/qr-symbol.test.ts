import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { outlineModules } from '../../src/codes/outline-modules.js';
import { canEncode, qrSymbol } from '../../src/codes/qr-symbol.js';
import type { Path } from '../../src/units/path.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = readFileSync(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

/** How often, and in which sense, an outline of straight lines winds round a point. */
function winds(path: Path, x: number, y: number): { turns: number; crossings: number } {
  let [startX, startY, penX, penY, turns, crossings] = [0, 0, 0, 0, 0, 0];
  for (const step of path) {
    if (step[0] === 'C') throw new Error('a QR code has no curves');
    const [toX, toY] = step[0] === 'Z' ? [startX, startY] : [step[1], step[2]];
    if (step[0] === 'M') [startX, startY] = [toX, toY];
    else if (penY <= y !== toY <= y && penX + ((y - penY) / (toY - penY)) * (toX - penX) > x) {
      crossings++;
      turns += toY > penY ? 1 : -1;
    }
    [penX, penY] = [toX, toY];
  }
  return { turns, crossings };
}

const isFilled = (path: Path, x: number, y: number) => winds(path, x, y).turns !== 0;

/** The symbol as a grey picture, drawn from its outline, with its quiet zone. */
function picture(path: Path, modules: number, dots: number) {
  const side = (modules + 8) * dots;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!isFilled(path, (x + 0.5) / dots - 4, (y + 0.5) / dots - 4)) continue;
      data.set([0, 0, 0, 255], (y * side + x) * 4);
    }
  }
  return { data, width: side, height: side, colorSpace: 'srgb' as const };
}

describe('qrSymbol', () => {
  test.each([
    'tel:08081570000',
    'https://harbour.example.org/talk',
    'sms:07700900123?body=HELP',
    'https://harbour.example.org/مدد',
  ])('a reader gets "%s" from the outline, byte for byte', async (target) => {
    const { path, modules } = qrSymbol(target);
    const [read] = await readBarcodes(picture(path, modules, 3), { formats: ['QRCode'] });
    expect(read?.text).toBe(target);
    expect(read?.ecLevel).toBe('M');
  });

  test('is made once for each target', () => {
    expect(qrSymbol('tel:08081570001')).toBe(qrSymbol('tel:08081570001'));
  });

  test('a telephone number fits version 1, an address of 106 letters version 6', () => {
    expect(qrSymbol('tel:08081570000').modules).toBe(21);
    expect(qrSymbol(`https://x.org/${'a'.repeat(92)}`).modules).toBe(41);
    expect(qrSymbol(`https://x.org/${'a'.repeat(93)}`).modules).toBe(45);
  });

  test('nothing and too much are known not to fit', () => {
    expect(canEncode('')).toBe(false);
    expect(canEncode('a'.repeat(2331))).toBe(true);
    expect(canEncode('a'.repeat(2332))).toBe(false);
    expect(canEncode('a\ud800b')).toBe(false);
    expect(() => qrSymbol('')).toThrow(RangeError);
    expect(qrSymbol('a'.repeat(2331)).modules).toBe(177);
  });

  test('is drawn with far fewer steps than a rectangle a module', () => {
    const { path, dark } = qrSymbol('https://harbour.example.org/talk');
    const modules = dark.flat().filter(Boolean).length;
    expect(path.length).toBeLessThan(modules * 3);
  });
});

describe('outlineModules', () => {
  test('a block of two by two is one square', () => {
    expect(
      outlineModules([
        [true, true],
        [true, true],
      ]),
    ).toEqual([['M', 0, 0], ['L', 2, 0], ['L', 2, 2], ['L', 0, 2], ['Z']]);
  });

  test('a ring has a hole that turns the other way', () => {
    const path = outlineModules([
      [true, true, true],
      [true, false, true],
      [true, true, true],
    ]);
    expect(path.filter((step) => step[0] === 'M').length).toBe(2);
    expect(winds(path, 0.5, 1.5)).toEqual({ turns: 1, crossings: 3 });
    expect(winds(path, 1.5, 1.5).turns).toBe(0);
  });

  test('modules that touch at a corner stay apart', () => {
    const path = outlineModules([
      [true, false],
      [false, true],
    ]);
    expect(path.filter((step) => step[0] === 'M').length).toBe(2);
  });

  test('dark modules are filled and light ones are not, by both fill rules', () => {
    const grids = fc.integer({ min: 1, max: 9 }).chain((side) =>
      fc.array(fc.array(fc.boolean(), { minLength: side, maxLength: side }), {
        minLength: side,
        maxLength: side,
      }),
    );
    fc.assert(
      fc.property(grids, (dark) => {
        const path = outlineModules(dark);
        dark.forEach((row, y) => {
          row.forEach((on, x) => {
            const { turns, crossings } = winds(path, x + 0.5, y + 0.5);
            expect(turns !== 0).toBe(on);
            expect(crossings % 2 === 1).toBe(on);
          });
        });
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});
