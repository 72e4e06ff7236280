import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TextRole } from '../../src/compose/blocks.js';
import { breakLines } from '../../src/typeset/break-lines.js';
import { chooseLines } from '../../src/typeset/choose-lines.js';
import { openFaceChains } from '../../src/typeset/face-chain.js';
import { loadShaper } from '../../src/typeset/load-shaper.js';
import { openFaceLibrary } from '../../src/typeset/open-face-library.js';
import { prepareParagraph } from '../../src/typeset/prepare-paragraph.js';
import { brand, english, paragraph, run, worldOf } from './house.js';

let prepare: (text: string, role: TextRole) => ReturnType<typeof prepareParagraph>;
const store = new Map();

beforeAll(async () => {
  await loadShaper();
  const chains = openFaceChains(openFaceLibrary(worldOf()), brand(), english);
  prepare = (text, role) => prepareParagraph(paragraph([run(text)], { role }), chains, store);
});

/** The lines that a text is set in, as words. */
function set(text: string, measure: number, role: TextRole = 'p'): string[] {
  const prepared = prepare(text, role);
  return chooseLines(prepared, measure, store).map(({ start, end }) => text.slice(start, end));
}

describe('a paragraph', () => {
  test('does not end in a line of one word where a better way has as many lines', () => {
    const text = 'Don’t pay. Stop replying. Block the person.';
    const first = breakLines(prepare(text, 'p'), 66, store);
    expect(first.map(({ start, end }) => text.slice(start, end)).at(-1)).toBe('person.');
    expect(set(text, 66).at(-1)?.split(' ').length).toBeGreaterThan(1);
  });

  test('as a heading has lines of about one length', () => {
    const [first = '', second = '', ...more] = set('Talk little and often to them', 44, 'h1');
    expect(more).toEqual([]);
    expect(Math.abs(first.length - second.length)).toBeLessThan(8);
  });

  test('keeps the breaks that the copy asks for', () => {
    expect(set('Listen.\nThen ask.', 66)).toEqual(['Listen.', 'Then ask.']);
  });

  test('keeps its first-fit lines where a word is wider than they are', () => {
    const text = 'Look at Llanfairpwllgwyngyllgogerychwyrndrobwll now';
    const prepared = prepare(text, 'p');
    expect(chooseLines(prepared, 20, store)).toEqual(breakLines(prepared, 20, store));
  });
});

describe('whatever the words and the measure', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}[,.]?$/), { minLength: 1, maxLength: 60 });
  const measure = fc.integer({ min: 30, max: 120 });
  const rag = (lines: readonly { readonly width: number }[], width: number): number =>
    lines.slice(0, -1).reduce((sum, line) => sum + ((width - line.width) / width) ** 2, 0);

  test('no line is longer, none is added, no letter is lost, and the ends are no more ragged for it', () => {
    let better = 0;
    fc.assert(
      fc.property(words, measure, (list, width) => {
        const text = list.join(' ');
        const prepared = prepare(text, 'p');
        const first = breakLines(prepared, width, store);
        const chosen = chooseLines(prepared, width, store);
        expect(chosen.length).toBeLessThanOrEqual(first.length);
        const longest = Math.max(...chosen.map((line) => line.width));
        expect(longest).toBeLessThanOrEqual(Math.max(width, ...first.map((it) => it.width)) + 0.01);
        expect(chosen.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
        // A last line that is nearly empty may cost some rag; else the ends are at least as even.
        const tail = first.at(-1)?.width ?? 0;
        if (first.length > 2 && tail > 0.35 * width)
          expect(rag(chosen, width)).toBeLessThanOrEqual(rag(first, width) + 0.02);
        if (rag(chosen, width) < rag(first, width) - 0.01) better += 1;
      }),
      { numRuns: 300 },
    );
    expect(better).toBeGreaterThan(3);
  });
});
