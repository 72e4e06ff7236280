import { describe, expect, test } from 'vitest';
import { demoPages, piecePages } from '../support/demo-pages.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const { leaflets } = await demoPages();
const pieces = await piecePages();

const MM = 25.4 / 72;

test('the sample shows both pieces in both brands and all four locales', () => {
  const forms = new Set(leaflets.map((it) => `${it.template} ${it.brand} ${it.locale}`));
  expect(forms.size).toBe(16);
});

test('the sample shows every other piece in both scripts, brands and more than two locales', () => {
  const kinds = new Set(pieces.map((it) => `${it.template} ${it.locale === 'ur'}`));
  expect(kinds.size).toBe(10);
  expect(new Set(pieces.map(({ brand }) => brand)).size).toBe(2);
  expect(new Set(pieces.map(({ locale }) => locale)).size).toBeGreaterThan(2);
});

describe.each([...leaflets, ...pieces])('$name', (leaflet) => {
  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'is sound in syntax and streams'), () => {
    const { status, out, err } = runProgram('qpdf', ['--check', leaflet.file]);
    expect(`${out}${err}`).toContain('No syntax or stream encoding errors found');
    expect(`${out}${err}`).not.toMatch(/WARNING/i);
    expect(status).toBe(0);
  });

  test.skipIf(!hasProgram('pdfinfo'))(
    needing('pdfinfo', 'has paper, bleed and trim to 0.1 mm of its format and press'),
    () => {
      const pages = leaflet.pages.length;
      const { out } = runProgram('pdfinfo', ['-box', '-f', '1', '-l', String(pages), leaflet.file]);
      const { trim, bleed, margin } = leaflet;
      const around = (by: number) =>
        [margin - by, margin - by, trim.width + 2 * by, trim.height + 2 * by].map((it) =>
          it.toFixed(1),
        );
      expect(out).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
      expect(boxes(out, 'MediaBox')).toEqual(Array(pages).fill(around(margin)));
      expect(boxes(out, 'BleedBox')).toEqual(Array(pages).fill(around(bleed)));
      expect(boxes(out, 'TrimBox')).toEqual(Array(pages).fill(around(0)));
    },
  );

  test.skipIf(!hasProgram('pdffonts'))(
    needing('pdffonts', 'has every font embedded, subset and with the characters of its glyphs'),
    () => {
      const fonts = runProgram('pdffonts', [leaflet.file]).out.trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) {
        expect(font).toMatch(/^[A-Z]{6}\+/);
        expect(font).toMatch(/Identity-H +yes yes yes +\d+ +\d+$/);
      }
      const names = fonts.map((font) => font.split(/\s/)[0]?.slice(7));
      expect(new Set(names).size).toBe(names.length);
    },
  );
});

/** Left, bottom, width and height in mm of each page's box of that name, to 0.1. */
const boxes = (out: string, name: string): string[][] =>
  [...out.matchAll(new RegExp(`${name}:(.*)$`, 'gm'))].map(([, sides = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = sides.trim().split(/\s+/).map(Number);
    return [left, bottom, right - left, top - bottom].map((it) => (it * MM).toFixed(1));
  });
