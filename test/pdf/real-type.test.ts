import { describe, expect, test } from 'vitest';
import { openPress } from '../../src/pdf/open-press.js';
import { BLACK, PAPER } from '../../src/units/ink.js';
import { hasProgram, needing } from '../support/outside-program.js';
import { isolate, paragraph, typesetter, urdu, urduParagraph } from '../typeset/house.js';
import { leaflet, panel, pressJob, rectangle, stroke, trifold } from './support/builders.js';
import { describeFonts, pdfText } from './support/outside-reading.js';
import { pageForms, readPdf, streamText } from './support/read-pdf.js';

const place = { file: 'leaflet.hbs' };

/** One panel of text set by the engine that leaflets are set by. */
async function written(runs: Parameters<typeof paragraph>[0], direction: 'ltr' | 'rtl') {
  const type = await typesetter(urdu);
  const set = type.set(direction === 'rtl' ? urduParagraph(runs) : paragraph(runs), 80);
  const text = { kind: 'text', role: 'p', x: 10, y: 20, text: set, ground: PAPER, place } as const;
  const only = panel('only', 100, 'left', [text, stroke(rectangle(10, 20, 80, 1), BLACK, 0.1)]);
  const side = { name: 'inside', panels: [{ x: 0, panel: only }], overlay: [] };
  const form = { ...trifold(), sides: [side], typesetter: type };
  const { bytes } = openPress(pressJob({ forms: [form] })).write(leaflet());
  const [page] = (await readPdf(bytes)).getPages();
  return { bytes, content: page === undefined ? '' : streamText(pageForms(page).get('P0')) };
}

/** What the words say that their glyphs alone do not spell, in the order of the stream. */
const actualTexts = (content: string): string[] =>
  [...content.matchAll(/ActualText <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );

describe('an Urdu panel, as the engine sets it', () => {
  const sentence = ['مدد کے لیے ', isolate('0808 157 0012'), ' پر فون کریں۔'];

  test('holds its words in the order of reading, whatever stands where on the line', async () => {
    const { content } = await written(sentence, 'rtl');
    const urduWords = actualTexts(content).filter((word) => /\p{Script=Arabic}/u.test(word));
    expect(urduWords).toEqual(['مدد', 'کے', 'لیے', 'پر', 'فون', 'کریں۔']);
  });

  test('draws the number’s digits from left to right', async () => {
    const { content } = await written(sentence, 'rtl');
    const type = await typesetter(urdu);
    const glyphs = type
      .set(paragraph([isolate('0808157')]), 80)
      .lines[0]?.runs.flatMap(({ glyphs: all }) => all.map(({ id }) => id));
    const hex = (glyphs ?? []).map((id) => id.toString(16).toUpperCase().padStart(4, '0'));
    const shown = content.match(/<[0-9A-F]{4,}>/g)?.join('') ?? '';
    const digits = shown.replace(/[<>]/g, '').match(/.{4}/g) ?? [];
    const number = digits.filter((id) => hex.includes(id));
    expect(number.slice(0, 7)).toEqual(hex);
  });

  test.skipIf(!hasProgram('pdffonts'))(
    needing('pdffonts', 'embeds the faces of both scripts'),
    async () => {
      const { bytes } = await written(sentence, 'rtl');
      const fonts = describeFonts(bytes);
      expect(fonts.map(({ name }) => name.slice(7)).sort()).toEqual([
        'NotoNastaliqUrdu-Regular',
        'Nunito-Regular',
      ]);
      for (const font of fonts) expect(font).toMatchObject({ embedded: 'yes', unicode: 'yes' });
    },
  );
});

test.skipIf(!hasProgram('pdftotext'))(
  needing('pdftotext', 'English, broken into lines by the engine, is read back word by word'),
  async () => {
    const words = 'If someone frightens your child, call 0808 157 0012; it is free, day and night.';
    const { bytes } = await written([words], 'ltr');
    expect(pdfText(bytes).replace(/\s+/g, ' ')).toContain(words);
  },
);
