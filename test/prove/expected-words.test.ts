import { describe, expect, test } from 'vitest';
import type { PanelItem } from '../../src/layout/laid-out.js';
import { checkGlyphs } from '../../src/prove/check-glyphs.js';
import { expectedWords } from '../../src/prove/expected-words.js';
import { english, paragraph, run, typesetter, urdu, urduParagraph } from '../typeset/house.js';

const HERE = { file: 'demo.pdf' };

const itemOf = (text: unknown): PanelItem => ({ kind: 'text', text }) as PanelItem;

describe('what a no-break space holds together', () => {
  test('is read as two words, each with its own glyphs', async () => {
    const set = (await typesetter(english)).set(paragraph([run('Un souci\u00a0? Oui.')]), 200);
    const words = expectedWords([itemOf(set)]);
    expect(words.map(({ text }) => text)).toEqual(['Un', 'souci', '?', 'Oui.']);
    expect(words.map(({ ownGlyphs }) => ownGlyphs.length)).toEqual([2, 5, 1, 4]);
    expect(words[1]?.glyphs).toHaveLength(7);
  });

  test('is read in the order of the language, from right to left', async () => {
    const set = (await typesetter(urdu)).set(urduParagraph([run('بچے\u00a0سنیں')]), 200);
    const [first, second] = expectedWords([itemOf(set)]);
    const glyphs = set.lines[0]?.runs.flatMap((it) => it.glyphs) ?? [];
    // The first word stands at the right: its glyphs come last from left to right.
    expect(glyphs.slice(-(first?.ownGlyphs.length ?? 0)).map(({ id }) => id)).toEqual(
      first?.ownGlyphs,
    );
    expect([first?.text, second?.text]).toEqual(['بچے', 'سنیں']);
  });

  test('is proven where a file says each glyph, or the whole; other glyphs are found', async () => {
    const set = (await typesetter(english)).set(paragraph([run('souci\u00a0?')]), 200);
    const words = expectedWords([itemOf(set)]);
    const found = (lists: readonly (readonly number[])[]) =>
      checkGlyphs(words, lists.map((glyphs) => ({ glyphs })) as never, HERE, {});
    const whole = words[0]?.glyphs ?? [];
    expect(found(words.map(({ ownGlyphs }) => ownGlyphs))).toEqual([]);
    expect(found(words.map(() => whole))).toEqual([]);
    expect(found([whole, words[0]?.ownGlyphs ?? []]).map(({ code }) => code)).toEqual([
      'prove/glyph',
    ]);
  });
});
