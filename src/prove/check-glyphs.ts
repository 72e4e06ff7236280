import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { ExpectedWord } from './expected-words.js';
import type { ReadWord } from './gather-words.js';

/**
 * Whether words that read right are also drawn with their own letters: a file's map from glyphs to
 * text may say one thing and its glyphs show another. Both rows hold the same words in the same order.
 */
export function checkGlyphs(
  expected: readonly ExpectedWord[],
  found: readonly ReadWord[],
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  return expected.flatMap(({ text, glyphs, ownGlyphs }, index) => {
    const drawn = found[index]?.glyphs ?? [];
    if (isSame(drawn, glyphs) || isSame(drawn, ownGlyphs)) return [];
    const problem = `${quoted(text)} is what the file says, and it draws other letters`;
    const fix = 'do not print this file; make it again with "safeleaf build"';
    return [finding('prove/glyph', at, problem, fix, { ...context, sentence: text })];
  });
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((glyph, nth) => glyph === b[nth]);
