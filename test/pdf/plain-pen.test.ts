import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Content } from '../../src/pdf/content.js';
import { drawText } from '../../src/pdf/draw-text.js';
import { FontUse } from '../../src/pdf/font-use.js';
import { PlainPen } from '../../src/pdf/plain-pen.js';
import { BLACK, type Ink, PAPER } from '../../src/units/ink.js';
import { toPt } from '../../src/units/length.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { english, paragraph, run, style, typesetter } from '../typeset/house.js';

const SPOT: Ink = { token: 'accent', cmyk: [0, 1, 1, 0], spot: { name: 'Red', tint: 0.6 } };

const texts = fc
  .array(fc.constantFrom(...'ATVWYOLPaeorty.,-0147 '), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join('').trim().replaceAll(/ +/g, ' '))
  .filter((text) => text !== '');

const places = fc.record({
  ink: fc.constantFrom(BLACK, PAPER, SPOT),
  size: fc.double({ min: 1, max: 12, noNaN: true }),
  align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
  x: fc.double({ min: 0, max: 200, noNaN: true }),
  y: fc.double({ min: 0, max: 200, noNaN: true }),
});

describe('a plain text', () => {
  test('is drawn by the operators that draw its paragraph, with the same glyphs', async () => {
    const setter = await typesetter(english);
    fc.assert(
      fc.property(texts, places, (text, { ink, size, align, x, y }) => {
        const of = (it: string) =>
          paragraph([run(it, { style: style({ ink, size }), isolate: true })], { align });
        const look = setter.plain(of('A'));
        const line = look?.line(text);
        if (!look || !line) return;
        const fonts = new FontUse();
        const content = new Content('plates', { font: (face) => fonts.of(face).name });
        drawText(content, fonts, setter.set(of(text), 500), toPt(x), toPt(297 - y));
        const own = new FontUse();
        const pen = new PlainPen(look, { x, y, height: 297, measure: 500 }, own, 'plates');
        expect(pen.draw(line)).toBe(content.text);
        expect(own.faces.map(({ glyphs }) => [...glyphs])).toEqual(
          fonts.faces.map(({ glyphs }) => [...glyphs]),
        );
        const { fonts: faces, spots } = pen.note(line);
        expect({ faces, spots }).toEqual({ faces: content.fonts, spots: content.spots });
      }),
      { numRuns: fuzzRuns(200) },
    );
  });

  test('that is too wide for its line is left to be broken', async () => {
    const setter = await typesetter(english);
    const look = setter.plain(paragraph([run('A', { isolate: true })]));
    const line = look?.line('Model 000001');
    if (!look || !line) throw new Error('not plain');
    const pen = (measure: number) =>
      new PlainPen(look, { x: 0, y: 0, height: 100, measure }, new FontUse(), 'plates');
    expect(pen(line.width).draw(line)).toContain(' Tm\n');
    expect(pen(line.width - 0.01).draw(line)).toBeUndefined();
  });

  test('with a glyph that was not noted before fonts were subset is refused', async () => {
    const setter = await typesetter(english);
    const look = setter.plain(paragraph([run('A', { isolate: true })]));
    const [one, other] = [look?.line('Model'), look?.line('Shop')];
    if (!look || !one || !other) throw new Error('not plain');
    const fonts = new FontUse();
    const pen = new PlainPen(look, { x: 0, y: 0, height: 9, measure: 99 }, fonts, 'plates');
    pen.note(one);
    fonts.close();
    expect(pen.draw(one)).toContain(' Tm\n');
    expect(() => pen.draw(other)).toThrow('is not in the subset');
  });
});
