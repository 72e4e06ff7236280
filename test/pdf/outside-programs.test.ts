import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPress } from '../../src/pdf/open-press.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { leaflet, pressJob } from './support/builders.js';
import { describeFonts, onFile, pdfText, runOn } from './support/outside-reading.js';

const { bytes } = openPress(pressJob()).write(leaflet());

const MM = 25.4 / 72;

describe('a finished leaflet, read by programs that are not ours', () => {
  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'is sound in syntax and streams'), () => {
    const { status, out, err } = runOn(bytes, 'qpdf', ['--check', '@']);
    expect(`${out}${err}`).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });

  test.skipIf(!hasProgram('pdfinfo'))(needing('pdfinfo', 'has its boxes to 0.1 mm'), () => {
    const { out } = runOn(bytes, 'pdfinfo', ['-box', '-f', '1', '-l', '2', '@']);
    const boxes = (name: string) =>
      [...out.matchAll(new RegExp(`${name}:(.*)$`, 'gm'))].map(([, sides = '']) => {
        const [left = 0, bottom = 0, right = 0, top = 0] = sides.trim().split(/\s+/).map(Number);
        return [left, bottom, right - left, top - bottom].map((side) => (side * MM).toFixed(1));
      });
    expect(boxes('TrimBox')).toEqual(Array(2).fill(['12.0', '12.0', '297.0', '210.0']));
    expect(boxes('BleedBox')).toEqual(Array(2).fill(['9.0', '9.0', '303.0', '216.0']));
    expect(out).toContain('PDF/X-4');
  });

  test.skipIf(!hasProgram('pdffonts'))(
    needing('pdffonts', 'has every font embedded, subset, once, and readable'),
    () => {
      const fonts = describeFonts(bytes);
      expect(fonts.map(({ name }) => name.slice(7)).sort()).toEqual([
        'NotoNastaliqUrdu-Regular',
        'NotoSans-Bold',
        'NotoSans-Regular',
      ]);
      for (const font of fonts) {
        expect(font).toMatchObject({ embedded: 'yes', subset: 'yes', unicode: 'yes' });
        expect(font.name).toMatch(/^[A-Z]{6}\+/);
      }
    },
  );

  test.skipIf(!hasProgram('pdftotext'))(
    needing('pdftotext', 'gives its words back in order'),
    () => {
      const text = pdfText(bytes).replace(/\s+/g, ' ');
      const inOrder = [
        'Need to talk?',
        'An office of affine efficiency: call 0808 157 0012 today.',
        'Kite Air 0',
        'demonstration copy, not for distribution',
        'Cover words',
      ];
      const places = inOrder.map((words) => text.indexOf(words));
      expect(places).not.toContain(-1);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    },
  );

  test.skipIf(!hasProgram('mutool'))(
    needing('mutool', 'prints black text on the black plate alone, overprinting'),
    () => {
      const { out } = runOn(bytes, 'mutool', ['trace', '@']);
      const texts = [...out.matchAll(/<fill_text (.*?)>/g)].map(([, it = '']) => it);
      const black = texts.filter((it) => it.includes('color="0 0 0 1"'));
      expect(black.length).toBeGreaterThan(10);
      for (const it of black) {
        expect(it).toContain('colorspace="DeviceCMYK"');
        expect(it).toMatch(/op="1" opm="1"/);
      }
      const others = texts.filter((it) => !black.includes(it));
      expect(others.length).toBeGreaterThanOrEqual(2);
      for (const it of others) expect(it).toContain('op="0"');
      expect(out).not.toMatch(/Device(RGB|Gray)" color/);
    },
  );

  test.skipIf(!hasProgram('mutool'))(
    needing('mutool', 'has its marks on every plate, and none of them inside the bleed'),
    () => {
      const { out } = runOn(bytes, 'mutool', ['trace', '@']);
      const marks = [
        ...out.matchAll(
          /<stroke_path ([^>]*Separation[^>]*|[^>]*"All"[^>]*)>([\s\S]*?)<\/stroke_path>/g,
        ),
      ];
      expect(marks.length).toBeGreaterThan(40);
      const [left, right, bottom, top] = [9 / MM, 312 / MM, 9 / MM, 225 / MM];
      for (const [, , body = ''] of marks) {
        const points = [...body.matchAll(/x\d?="(\S+?)" y\d?="(\S+?)"/g)].map(([, x, y]) => [
          Number(x),
          Number(y),
        ]);
        expect(points.length).toBeGreaterThan(1);
        for (const [x = 0, y = 0] of points) {
          expect(x < left || x > right || y < bottom || y > top, `${x} ${y}`).toBe(true);
        }
      }
    },
  );
});

describe('the plates of a leaflet', () => {
  test.skipIf(!hasProgram('gs'))(needing('gs', 'are four, and one for the spot colour'), () => {
    onFile(bytes, (file, folder) => {
      const out = join(folder, 'plate-%d.tif');
      runProgram('gs', [
        '-q',
        '-dBATCH',
        '-dNOPAUSE',
        '-sDEVICE=tiffsep',
        '-r36',
        `-o${out}`,
        file,
      ]);
      const plates = readdirSync(folder).filter((name) => name.startsWith('plate-1('));
      expect(plates).toHaveLength(5);
      expect(plates.some((name) => name.includes('Gr%C3%BCn'))).toBe(true);
    });
  });

  test.skipIf(!hasProgram('gs'))(
    needing('gs', 'keep the ground whole under a black letter'),
    () => {
      const page = cmykPage(150);
      // The letter K stands on blue at 90 mm, 25 mm of the trim.
      const ground = page.region(12 + 89, 12 + 24, 6, 6);
      const black = ground.filter(([, , , k = 0]) => k > 200);
      expect(black.length).toBeGreaterThan(20);
      for (const [c = 0, m = 0] of ground) {
        expect(c).toBeGreaterThan(195);
        expect(m).toBeGreaterThan(70);
      }
    },
  );

  test.skipIf(!hasProgram('gs'))(
    needing('gs', 'hold black alone under a code, without a seam'),
    () => {
      const page = cmykPage(150);
      // The code's first module: 10 mm, at 140 mm, 100 mm of the trim.
      const module = page.region(12 + 140.4, 12 + 108, 9.2, 1.5);
      expect(new Set(module.map((inks) => inks.join(' ')))).toEqual(new Set(['0 0 0 255']));
    },
  );
});

/** The first page as inks, four bytes a pixel. */
function cmykPage(dpi: number) {
  return onFile(bytes, (file, folder) => {
    const out = join(folder, 'page-%d.pam');
    runProgram('gs', [
      '-q',
      '-dBATCH',
      '-dNOPAUSE',
      '-sDEVICE=pamcmyk32',
      `-r${dpi}`,
      `-o${out}`,
      file,
    ]);
    const pam = readFileSync(join(folder, 'page-1.pam'));
    const start = pam.indexOf('ENDHDR\n') + 'ENDHDR\n'.length;
    const width = Number(/WIDTH (\d+)/.exec(pam.toString('latin1', 0, start))?.[1]);
    const pixel = (length: number) => Math.round((length / 25.4) * dpi);
    const region = (x: number, y: number, w: number, h: number): number[][] => {
      const found: number[][] = [];
      for (let row = pixel(y); row < pixel(y + h); row++) {
        for (let column = pixel(x); column < pixel(x + w); column++) {
          const at = start + 4 * (row * width + column);
          found.push([...pam.subarray(at, at + 4)]);
        }
      }
      return found;
    };
    return { region };
  });
}
