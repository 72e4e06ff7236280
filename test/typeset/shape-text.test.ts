import { describe, expect, test } from 'vitest';
import type { SetParagraph } from '../../src/typeset/set-paragraph.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import {
  english,
  NASTALIQ,
  NUNITO,
  paragraph,
  run,
  style,
  typesetter,
  urdu,
  urduParagraph,
} from './house.js';

interface OutsideGlyph {
  readonly g: number;
  readonly ax: number;
  readonly dx: number;
  readonly dy: number;
}

/** What HarfBuzz's own program gives for a text, in font units. */
function hbShape(font: string, text: string, args: readonly string[]): OutsideGlyph[] {
  const file = new URL(`../../node_modules/${font}`, import.meta.url).pathname;
  const { out } = runProgram('hb-shape', [
    '--no-glyph-names',
    '--output-format=json',
    '--remove-default-ignorables',
    ...args,
    file,
    text,
  ]);
  return (JSON.parse(out) as OutsideGlyph[]).map(({ g, ax, dx, dy }) => ({ g, ax, dx, dy }));
}

/** The glyphs of a paragraph set at 1,000 mm to the em: mm are font units. */
const glyphsOf = (set: SetParagraph): OutsideGlyph[] =>
  set.lines.flatMap(({ runs }) =>
    runs.flatMap(({ glyphs }) =>
      glyphs.map(({ id, advance, dx, dy }) => ({
        g: id,
        ax: Math.round(advance),
        dx: Math.round(dx),
        dy: Math.round(dy),
      })),
    ),
  );

const SANS = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

const EM = style({ size: 1000 });

describe.skipIf(!hasProgram('hb-shape'))('a line is set glyph by glyph as hb-shape sets it', () => {
  test.each([
    ['English', 'en-GB', 'AVATAR office: “Talk early, listen first” – to 0800.'],
    ['Welsh', 'cy', 'Ŵyn a gŵr y tŷ, â’r plentyn; peidiwch â chynhyrfu!'],
    ['Polish', 'pl', 'Zażółć gęślą jaźń, zadzwoń w każdej chwili.'],
    ['letters with loose accents', 'cy', 'gw\u0302r y ty\u0302 e\u0301'],
  ])('%s', async (_, lang, text) => {
    const set = (await typesetter(english)).set(
      paragraph([run(text, { style: EM })], { lang }),
      Infinity,
    );
    const outside = hbShape(NUNITO, text, ['--script=latn', `--language=${lang}`]);
    expect(outside.length).toBeGreaterThan(5);
    expect(glyphsOf(set)).toEqual(outside);
  });

  test.each([
    'اگر آپ کا بچہ آن لائن کسی بات سے پریشان ہو تو پرسکون رہیں۔',
    'محفوظ رہنا، کیا یہ ٹھیک ہے؟',
    'سمجھتے ہیں',
  ])('Urdu in Nastaliq: %s', async (text) => {
    const set = (await typesetter(urdu)).set(urduParagraph([run(text, { style: EM })]), Infinity);
    const args = ['--script=arab', '--language=ur', '--direction=rtl'];
    expect(glyphsOf(set)).toEqual(hbShape(NASTALIQ, text, args));
  });

  test('Hindi, whose letters change places', async () => {
    const text = 'बच्चों की सुरक्षा के लिए कृपया बात करें, स्थिति बताएँ।';
    const hindi = { ...urdu, tag: 'hi', script: 'Deva', direction: 'ltr' as const };
    const setter = await typesetter({ ...hindi, fonts: { '400': SANS } });
    const set = setter.set(paragraph([run(text, { style: EM })], { lang: 'hi' }), Infinity);
    expect(glyphsOf(set)).toEqual(hbShape(SANS, text, ['--script=deva', '--language=hi']));
  });

  test('Urdu broken over lines: each line as hb-shape sets it by itself', async () => {
    const text = 'اگر آپ کا بچہ آن لائن کسی بات سے پریشان ہو تو پرسکون رہیں اور اس کی بات سنیں';
    const set = (await typesetter(urdu)).set(urduParagraph([run(text, { style: EM })]), 9000);
    expect(set.lines.length).toBeGreaterThan(2);
    for (const line of set.lines) {
      const words = line.words.map((word) => word.text).join(' ');
      const args = ['--script=arab', '--language=ur', '--direction=rtl'];
      expect(glyphsOf({ ...set, lines: [line] })).toEqual(hbShape(NASTALIQ, words, args));
    }
  });
});

test(needing('hb-shape', 'the comparison with hb-shape is made'), (context) => {
  if (!hasProgram('hb-shape')) context.skip('skipped: hb-shape is not installed');
  expect(hbShape(NUNITO, 'A', [])).toHaveLength(1);
});
