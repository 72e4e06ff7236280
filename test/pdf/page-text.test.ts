import { describe, expect, test } from 'vitest';
import { FontUse } from '../../src/pdf/font-use.js';
import { drawPageText, pageTexts, plainTexts } from '../../src/pdf/page-text.js';
import { english, paragraph, run, typesetter } from '../typeset/house.js';

/** A place on a page, and how often a value was set as a paragraph for it. */
async function place() {
  const setter = await typesetter(english);
  const fonts = new FontUse();
  const of = (value: string) => paragraph([run(value, { isolate: true })]);
  const at = { x: 10, y: 20, height: 100, measure: 80 };
  const set: string[] = [];
  const draw = (value: string) => {
    set.push(value);
    return drawPageText(setter.set(of(value), at.measure), at.x, at.y, at.height, fonts, 'plates');
  };
  const texts = pageTexts(draw, plainTexts(setter.plain(of('A')), at, fonts, 'plates'));
  return { texts, alone: pageTexts(draw), fonts, set };
}

const MODELS = Array.from({ length: 500 }, (_, at) => `Model ${at} AVT`);

describe('the values of a place', () => {
  test('that are plain are never set as paragraphs, and drawn as those would be', async () => {
    const { texts, alone, fonts, set } = await place();
    const widths = MODELS.map((model) => texts.note(model));
    fonts.close();
    const drawn = MODELS.map((model) => texts.of(model));
    expect(set).toEqual([]);
    expect(drawn.map(({ width }) => width)).toEqual(widths);
    expect(drawn).toEqual(MODELS.map((model) => alone.of(model)));
  });

  test('that are not are set once, whether they are noted or drawn first', async () => {
    const { texts, fonts, set } = await place();
    const values = ['office', 'Model 1', 'coffin'];
    for (const value of values) texts.note(value);
    fonts.close();
    for (const value of [...values, ...values]) texts.of(value);
    expect(set).toEqual(['office', 'coffin']);
  });

  test('share the names that they use, however many they are', async () => {
    const { texts } = await place();
    const drawn = MODELS.map((model) => texts.of(model));
    expect(new Set(drawn.map(({ fonts }) => fonts)).size).toBe(1);
    expect([...texts.used.fonts.keys()]).toEqual(['F0']);
  });
});
