import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Content } from '../../src/pdf/content.js';
import { drawText } from '../../src/pdf/draw-text.js';
import { FontUse, pdfWidth } from '../../src/pdf/font-use.js';
import type { SetParagraph } from '../../src/typeset/set-paragraph.js';
import { BLACK, PAPER } from '../../src/units/ink.js';
import { toPt } from '../../src/units/length.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { latin, style, words } from './support/builders.js';

function draw(text: SetParagraph): string {
  const content = new Content('plates');
  drawText(content, new FontUse(), text, 0, 0);
  return content.text;
}

const setLatin = (text: string, ink = BLACK) => words(text, 0, 0, style(12, ink)).text;

/** Text of /ActualText, in the order of the stream. */
function actualTexts(content: string): string[] {
  return [...content.matchAll(/ActualText <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
}

describe('text on a panel', () => {
  test('needs no more than its glyphs where each is its own letter', () => {
    expect(draw(setLatin('Call 0808 157 0012 today.'))).not.toContain('ActualText');
  });

  test('carries the word where two letters share a glyph', () => {
    const set = setLatin('an office affair');
    const ligatures = set.lines[0]?.runs[0]?.glyphs.filter(({ text }) => text.length > 1) ?? [];
    expect(ligatures.length).toBeGreaterThan(0);
    expect(actualTexts(draw(set))).toEqual(['office', 'affair']);
  });

  test('stands in the order in which Urdu is read, each word with its letters', () => {
    const set = words('آپ کا بچہ محفوظ ہے', 0, 0, style(16), 'rtl').text;
    expect(actualTexts(draw(set))).toEqual(['آپ', 'کا', 'بچہ', 'محفوظ', 'ہے']);
  });

  test('overprints in black alone, and knocks out in any other ink', () => {
    expect(draw(setLatin('black'))).toMatch(/\/K gs\n0 0 0 1 k/);
    expect(draw(setLatin('white', PAPER))).not.toContain('/K gs');
    expect(draw(setLatin('grey', { token: 'grey', cmyk: [0, 0, 0, 0.6] }))).not.toContain('/K gs');
  });

  test('keeps real spaces between words', () => {
    const use = new FontUse();
    const text = setLatin('two words');
    drawText(new Content('plates'), use, text, 0, 0);
    expect([...(use.faces[0]?.glyphs.values() ?? [])]).toContain(' ');
  });
});

/** Where each glyph falls, read from the operators alone: points. */
function interpret(content: string, text: SetParagraph): { id: number; x: number; y: number }[] {
  const face = text.lines[0]?.runs[0]?.face;
  if (face === undefined) return [];
  const shown: { id: number; x: number; y: number }[] = [];
  let [x, y, size] = [0, 0, 0];
  for (const line of content.split('\n')) {
    const font = /^\/F\d+ (\S+) Tf$/.exec(line);
    const move = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line);
    if (font) size = Number(font[1]);
    if (move) [x, y] = [Number(move[1]), Number(move[2])];
    if (!/T[jJ]$/.test(line)) continue;
    for (const [, hex, back] of line.matchAll(/<([0-9A-F]+)>|(-?[\d.]+)(?= <)/g)) {
      if (back !== undefined) x -= (Number(back) * size) / 1000;
      for (const glyph of hex?.match(/.{4}/g) ?? []) {
        const id = Number.parseInt(glyph, 16);
        shown.push({ id, x, y });
        x += (pdfWidth(face, id) * size) / 1000;
      }
    }
  }
  return shown;
}

test('every glyph falls where the typesetter put it, to 0.01 mm, however it was kerned or raised', () => {
  const shift = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  const moves = fc.array(fc.record({ dx: shift, dy: shift, more: shift }), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(moves, (moved) => {
      const set = latin.set(setLatin('To Avoid Way').paragraph, 90);
      const [line] = set.lines;
      const [run] = line?.runs ?? [];
      if (line === undefined || run === undefined) throw new Error('no line');
      const glyphs = run.glyphs.map((glyph, at) => ({
        ...glyph,
        advance: glyph.advance + (moved[at]?.more ?? 0),
        dx: moved[at]?.dx ?? 0,
        dy: at % 3 === 0 ? (moved[at]?.dy ?? 0) : 0,
      }));
      const text = { ...set, lines: [{ ...line, runs: [{ ...run, glyphs }] }] };
      const shown = interpret(draw(text), text);
      expect(shown.map(({ id }) => id)).toEqual(glyphs.map(({ id }) => id));
      let pen = 0;
      glyphs.forEach((glyph, at) => {
        expect(Math.abs((shown[at]?.x ?? 0) - toPt(pen + glyph.dx))).toBeLessThan(toPt(0.01));
        expect(Math.abs((shown[at]?.y ?? 0) - toPt(glyph.dy - line.baseline))).toBeLessThan(
          toPt(0.01),
        );
        pen += glyph.advance;
      });
    }),
    { numRuns: fuzzRuns(300) },
  );
});
