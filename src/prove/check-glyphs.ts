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
  return expected.flatMap(({ text, glyphs }, index) => {
    const drawn = found[index]?.glyphs ?? [];
    if (drawn.length === glyphs.length && drawn.every((glyph, nth) => glyph === glyphs[nth]))
      return [];
    const problem = `${quoted(text)} is what the file says, and it draws other letters`;
    const fix = 'do not print this file; make it again with "safeleaf build"';
    return [finding('prove/glyph', at, problem, fix, { ...context, sentence: text })];
  });
}
